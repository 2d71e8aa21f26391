package io.plimsoll.checks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TextKindTest {
    @Test
    void sourcesAndUnicodeAreText() {
        assertThat(of("a = 1\r\n\tb\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(TextKind.BYTES);
        assertThat(of("größer, 大きい, больше".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TextKind.BYTES);
        assertThat(of("\u001b[1mred\u001b[0m text\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TextKind.BYTES);
        assertThat(of(new byte[0])).isEqualTo(TextKind.BYTES);
    }

    @Test
    void wideTextIsToldWithAndWithoutAMark() {
        String text = "password = x";
        assertThat(of(text.getBytes(StandardCharsets.UTF_16))).isEqualTo(TextKind.UTF_16_BE);
        assertThat(of(text.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(TextKind.UTF_16_LE);
        assertThat(of(text.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(TextKind.UTF_16_BE);
        assertThat(of(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(TextKind.UTF_16_LE);
    }

    @Test
    void programsArchivesAndNoiseAreNone() {
        assertThat(of(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0})).isEqualTo(TextKind.BINARY);
        assertThat(of(new byte[100])).isEqualTo(TextKind.BINARY);
        byte[] noise = new byte[TextKind.HEAD];
        new Random(1).nextBytes(noise);
        assertThat(of(noise)).isEqualTo(TextKind.BINARY);
        java.util.Arrays.fill(noise, (byte) 0xff);
        assertThat(of(noise)).isEqualTo(TextKind.BINARY);
    }

    private static TextKind of(byte[] bytes) {
        return TextKind.of(bytes, bytes.length);
    }
}
