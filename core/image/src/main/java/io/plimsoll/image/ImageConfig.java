package io.plimsoll.image;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The execution parameters and the history of an image.
///
/// Source: OCI image specification, `config.md`; `healthcheck` and `onBuild` are Docker's additions
/// in its image specification 1.2.
///
/// @param user user or `user:group`; empty means root
/// @param env `NAME=value` each
/// @param labels sorted by name
/// @param exposedPorts such as `8080/tcp`, sorted
/// @param volumes sorted
/// @param healthcheck the test, such as `CMD-SHELL` and a command; `NONE` alone switches an
///     inherited one off; empty where there is none
/// @param history oldest first, entries without a layer included
public record ImageConfig(
        String user,
        List<String> env,
        List<String> entrypoint,
        List<String> cmd,
        String workingDir,
        Map<String, String> labels,
        List<String> exposedPorts,
        List<String> volumes,
        String stopSignal,
        List<String> healthcheck,
        List<String> onBuild,
        String author,
        List<History> history) {
    /// What is known of a root file system: nothing.
    public static final ImageConfig EMPTY =
            new ImageConfig(
                    "", List.of(), List.of(), List.of(), "", Map.of(), List.of(), List.of(), "",
                    List.of(), List.of(), "", List.of());

    public ImageConfig {
        env = List.copyOf(env);
        entrypoint = List.copyOf(entrypoint);
        cmd = List.copyOf(cmd);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        exposedPorts = exposedPorts.stream().sorted().toList();
        volumes = volumes.stream().sorted().toList();
        healthcheck = List.copyOf(healthcheck);
        onBuild = List.copyOf(onBuild);
        history = List.copyOf(history);
    }

    /// The same with another history.
    public ImageConfig withHistory(List<History> steps) {
        return new ImageConfig(
                user,
                env,
                entrypoint,
                cmd,
                workingDir,
                labels,
                exposedPorts,
                volumes,
                stopSignal,
                healthcheck,
                onBuild,
                author,
                steps);
    }

    /// One step of the build.
    ///
    /// @param createdBy the instruction as the builder wrote it
    /// @param emptyLayer true where the step made no layer
    public record History(
            String createdBy, Optional<Instant> created, String comment, boolean emptyLayer) {}
}
