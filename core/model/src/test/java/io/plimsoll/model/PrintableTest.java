package io.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrintableTest {
    @Test
    void plainTextStaysAsItIs() {
        String text = "libstdc++6 1:2.3-4~ü 漢字 👩 …";
        assertThat(Printable.of(text)).isSameAs(text);
    }

    @Test
    void whatActsOnATerminalIsSeenInstead() {
        assertThat(Printable.of("a\u001b[2Jb\u009b1mc\r\nd\u007f"))
                .isEqualTo("a\\u001b[2Jb\\u009b1mc\\u000d\\u000ad\\u007f");
    }

    @Test
    void whatReordersOrHidesTextIsSeenInstead() {
        assertThat(Printable.of("a\u202eb\u200fc\u2028d\u200be"))
                .isEqualTo("a\\u202eb\\u200fc\\u2028d\\u200be");
        assertThat(Printable.of("\ud83da" + Character.toString(0xe0041)))
                .isEqualTo("\\ud83da\\u{e0041}");
    }

    @Test
    void linesKeepTheirEnds() {
        assertThat(Printable.lines("a\u001b\nb\n")).isEqualTo("a\\u001b\nb\n");
    }

    @Test
    void aLongTextIsCut() {
        assertThat(Printable.beginning("abc\u001bdef", 4)).isEqualTo("abc\\u001b…");
    }
}
