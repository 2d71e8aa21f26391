package io.plimsoll.daemon.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FullNamesTest {
    @ParameterizedTest
    @CsvSource({
        "alpine, docker.io/library/alpine:latest",
        "alpine:3, docker.io/library/alpine:3",
        "me/app, docker.io/me/app:latest",
        "localhost/app:1, localhost/app:1",
        "registry.example/a/b, registry.example/a/b:latest",
        "localhost:5000/app, localhost:5000/app:latest",
        "host:5000/app@sha256:ab, host:5000/app@sha256:ab",
        "alpine@sha256:ab, docker.io/library/alpine@sha256:ab"
    })
    void aShortNameHasAFullOne(String name, String full) {
        assertThat(FullNames.of(name)).startsWith(name).endsWith(full);
    }
}
