package io.plimsoll.dockerfile;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a build is given from outside.
///
/// @param values of `--build-arg`
/// @param target the stage to build; empty for the last
/// @param platform `linux/amd64`, of the image and of the builder alike
public record BuildArguments(Map<String, String> values, Optional<String> target, String platform) {
    private static final String USUAL = "linux/amd64";

    public BuildArguments {
        values = Map.copyOf(values);
        platform = platform.isEmpty() ? USUAL : platform;
    }

    /// A build without any.
    public static BuildArguments none() {
        return new BuildArguments(Map.of(), Optional.empty(), USUAL);
    }

    /// The variables that a FROM sees without any ARG.
    ///
    /// Source: the Dockerfile reference, section "Automatic platform ARGs in the global scope".
    Map<String, String> predefined() {
        String[] parts = platform.split("/", 3);
        Map<String, String> all = new TreeMap<>();
        for (String side : new String[] {"BUILD", "TARGET"}) {
            all.put(side + "PLATFORM", platform);
            all.put(side + "OS", parts[0]);
            all.put(side + "OSVERSION", "");
            all.put(side + "ARCH", parts.length > 1 ? parts[1] : "");
            all.put(side + "VARIANT", parts.length > 2 ? parts[2] : "");
        }
        all.put("TARGETSTAGE", target.orElse("default"));
        all.replaceAll((name, value) -> values.getOrDefault(name, value));
        return all;
    }
}
