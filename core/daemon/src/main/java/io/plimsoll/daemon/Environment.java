package io.plimsoll.daemon;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What is around a call: variables, from which engines are found.
///
/// @param variables of the environment
/// @param root the folder that absolute places such as `/var/run/docker.sock` begin at; `/` but in
///     tests
public record Environment(Map<String, String> variables, Path root) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    /// The environment of this machine.
    public static Environment of(Map<String, String> variables) {
        return new Environment(variables, Path.of("/"));
    }

    /// A variable; nothing where it is not set or empty.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// A variable that names a folder.
    public Optional<Path> folder(String name) {
        return variable(name).map(Path::of);
    }

    /// A place of this machine.
    ///
    /// @param absolute such as `/run/podman/podman.sock`
    public Path place(String absolute) {
        return root.resolve(absolute.substring(1));
    }
}
