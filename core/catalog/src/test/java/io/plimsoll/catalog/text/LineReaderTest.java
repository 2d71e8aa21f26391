package io.plimsoll.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineReaderTest {
    @Test
    void linesEndWithLfOrCrLfAndTheLastMayLackItsEnd() throws Exception {
        assertThat(lines("a\nb\r\n\nc", Limits.standard()))
                .containsExactly("1 a", "2 b", "3 ", "4 c");
    }

    @Test
    void anEmptyStreamHasNoLine() throws Exception {
        assertThat(lines("", Limits.standard())).isEmpty();
        assertThat(lines("\n", Limits.standard())).containsExactly("1 ");
    }

    @Test
    void aLineMayBeLargerThanTheBuffer() throws Exception {
        String large = "x".repeat(1_000_000);
        assertThat(lines("a\n" + large + "\nb\n", Limits.standard()))
                .containsExactly("1 a", "2 " + large, "3 b");
    }

    @Test
    void aLineAboveTheLimitIsPassedOverAndSaysSo() throws Exception {
        Limits limits = Limits.standard().with(Limit.LINE_LENGTH, 100);
        assertThat(lines("a\n" + "x".repeat(101) + "\nb", limits))
                .containsExactly("1 a", "2 too long", "3 b");
        assertThat(lines("a\n" + "x".repeat(1_000_000), limits))
                .containsExactly("1 a", "2 too long");
        assertThat(lines("x".repeat(100), limits)).containsExactly("1 " + "x".repeat(100));
    }

    @Test
    void everyLengthAroundTheBufferSizeIsReadWhole() throws Exception {
        for (int length = 65_530; length < 65_542; length++) {
            String text = "y".repeat(length);
            assertThat(lines(text + "\n" + text + "\n", Limits.standard()))
                    .containsExactly("1 " + text, "2 " + text);
        }
    }

    @Test
    void partsOfALineAreTrimmedOfBlanksAndTabs() throws Exception {
        byte[] bytes = "key: \t value \t\n".getBytes(StandardCharsets.UTF_8);
        try (LineReader reader =
                new LineReader(new ByteArrayInputStream(bytes), Limits.standard())) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.indexOf((byte) ':', 0)).isEqualTo(3);
            assertThat(reader.indexOf((byte) '=', 0)).isEqualTo(-1);
            assertThat(reader.trimmed(4, reader.length())).isEqualTo("value");
            assertThat(reader.isBlank()).isFalse();
        }
    }

    @Test
    void anInterruptedThreadStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> lines("a\n", Limits.standard()))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static List<String> lines(String text, Limits limits)
            throws IOException, InterruptedException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes), limits)) {
            while (reader.next()) {
                lines.add(
                        reader.number() + " " + (reader.isTooLong() ? "too long" : reader.text()));
            }
            assertThat(reader.next()).isFalse();
        }
        return lines;
    }
}
