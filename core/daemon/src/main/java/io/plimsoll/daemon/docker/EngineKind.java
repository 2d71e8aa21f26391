package io.plimsoll.daemon.docker;

import java.util.Locale;

/// The engines that answer the Docker API.
public enum EngineKind {
    DOCKER,
    PODMAN;

    /// The prefix of its targets.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name in messages.
    String title() {
        return this == DOCKER ? "Docker" : "Podman";
    }

    /// The variable that names its place.
    String variable() {
        return this == DOCKER ? "DOCKER_HOST" : "CONTAINER_HOST";
    }
}
