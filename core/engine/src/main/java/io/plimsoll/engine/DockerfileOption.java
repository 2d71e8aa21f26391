package io.plimsoll.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The Dockerfile that an image was built of.
///
/// @param file where it is
/// @param arguments values of `--build-arg` that it was built with
/// @param target the stage that was built; empty for the last
public record DockerfileOption(Path file, Map<String, String> arguments, Optional<String> target) {
    public DockerfileOption {
        arguments = Map.copyOf(arguments);
    }
}
