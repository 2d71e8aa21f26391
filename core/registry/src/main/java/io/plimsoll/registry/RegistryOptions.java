package io.plimsoll.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How registries are reached.
///
/// @param plainHttp hosts, with a port or without, that are spoken to without TLS; no other ever is
/// @param authority a file of certificates in PEM that are trusted beside the system's
/// @param mirrors asked before the registry that each stands for, in this order
/// @param environment the environment variables, by which credentials are found
/// @param etc the folder of the system's configuration
public record RegistryOptions(
        Set<String> plainHttp,
        Optional<Path> authority,
        List<Mirror> mirrors,
        Map<String, String> environment,
        Path etc) {

    /// A registry that has copies of another one's content.
    ///
    /// @param of the registry that it stands for
    /// @param host of the mirror, with an optional port
    public record Mirror(String of, String host) {
        /// Reads `[REGISTRY=]HOST[:PORT]`; without a registry it is Docker Hub's.
        ///
        /// @throws IllegalArgumentException if a host is none
        public static Mirror parse(String text) {
            int equals = text.indexOf('=');
            String of = equals < 0 ? ImageReference.DOCKER_HUB : text.substring(0, equals);
            String host = text.substring(equals + 1);
            // A reference checks a host.
            return new Mirror(
                    ImageReference.canonical(ImageReference.parse(of + "/a/b").registry()),
                    ImageReference.parse(host + "/a/b").registry());
        }
    }

    /// Nothing but the environment and the system's own configuration.
    public static RegistryOptions of(Map<String, String> environment) {
        return new RegistryOptions(
                Set.of(), Optional.empty(), List.of(), environment, Path.of("/etc"));
    }

    public RegistryOptions {
        plainHttp = Set.copyOf(plainHttp);
        mirrors = List.copyOf(mirrors);
        environment = Map.copyOf(environment);
    }

    public RegistryOptions withPlainHttp(Set<String> hosts) {
        return new RegistryOptions(hosts, authority, mirrors, environment, etc);
    }

    public RegistryOptions withAuthority(Optional<Path> file) {
        return new RegistryOptions(plainHttp, file, mirrors, environment, etc);
    }

    public RegistryOptions withMirrors(List<Mirror> all) {
        return new RegistryOptions(plainHttp, authority, all, environment, etc);
    }

    public RegistryOptions withEtc(Path folder) {
        return new RegistryOptions(plainHttp, authority, mirrors, environment, folder);
    }

    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    /// A folder that a variable names, or one below the home folder; nothing where there is neither.
    Optional<Path> folder(String variable, String belowHome) {
        String value = variable(variable);
        if (!value.isEmpty()) {
            return Optional.of(Path.of(value));
        }
        String home = variable("HOME");
        return home.isEmpty() || belowHome.isEmpty()
                ? Optional.empty()
                : Optional.of(Path.of(home).resolve(belowHome));
    }
}
