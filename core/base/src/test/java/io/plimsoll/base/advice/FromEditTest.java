package io.plimsoll.base.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.dockerfile.Dockerfile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FromEditTest {
    @Test
    void nothingButTheImageChanges() {
        String text = "# a\r\nFROM  --platform=linux/amd64 \\\r\n  debian:12.5  AS app\r\nRUN true";
        assertThat(edited(text, 2, "debian:12.15@sha256:1"))
                .isEqualTo(text.replace("debian:12.5", "debian:12.15@sha256:1"));
    }

    @Test
    void theFromOfTheLineIsMeant() {
        String text = "FROM golang:1.20 AS build\nFROM debian:12\nCOPY --from=build /a /a\n";
        assertThat(edited(text, 2, "debian:13"))
                .isEqualTo(text.replace("FROM debian:12\n", "FROM debian:13\n"));
        assertThatThrownBy(() -> edited(text, 3, "debian:13"))
                .hasMessage("no FROM stands on line 3");
    }

    @Test
    void anArgumentIsLeftToWhoeverGaveIt() {
        assertThatThrownBy(() -> edited("ARG V=12\nFROM debian:$V\n", 2, "debian:13"))
                .hasMessageContaining("debian:$V")
                .hasMessageContaining("--build-arg");
    }

    private static String edited(String text, int line, String reference) {
        Dockerfile file = Dockerfile.parse(text.getBytes(StandardCharsets.UTF_8));
        return new String(FromEdit.apply(file, line, reference), StandardCharsets.UTF_8);
    }
}
