package io.plimsoll.engine;

import io.plimsoll.daemon.EngineOptions;
import io.plimsoll.registry.RegistryOptions;
import java.util.Map;

/// What a scan may reach beyond the files that it is given.
///
/// @param offline whether nothing may be asked over a network; sockets of this machine are none
/// @param environment the environment variables, by which engines are found
/// @param engines how the images of engines are read
/// @param registries how registries are reached
public record Access(
        boolean offline,
        Map<String, String> environment,
        EngineOptions engines,
        RegistryOptions registries) {
    /// No network, nothing found by the environment.
    public static final Access FILES_ONLY =
            new Access(true, Map.of(), EngineOptions.STANDARD, RegistryOptions.of(Map.of()));

    public Access {
        environment = Map.copyOf(environment);
    }

    /// An environment variable, empty where it is not set.
    public String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
