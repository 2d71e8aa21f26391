package io.plimsoll.dockerfile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The characters of a file and where its lines begin.
///
/// Bytes that are no UTF-8 become lone surrogates, U+DC00 and the byte, so that they can be written
/// again as they were.
final class SourceText {
    private static final int STAND_IN = 0xdc00;

    private final String text;
    private final int[] lineStarts;

    private SourceText(String text) {
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    static SourceText of(byte[] bytes) {
        return new SourceText(decode(bytes));
    }

    String text() {
        return text;
    }

    int lines() {
        return lineStarts.length;
    }

    /// The offset of the first character of a line, from 0; that of the end behind the last.
    int lineStart(int line) {
        return line < lineStarts.length ? lineStarts[line] : text.length();
    }

    Span span(int start, int end) {
        int found = Arrays.binarySearch(lineStarts, start);
        int line = found >= 0 ? found : -found - 2;
        return new Span(start, end, line + 1, start - lineStarts[line] + 1);
    }

    byte[] bytes() {
        return encode(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isUnderflow()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (STAND_IN | (in.get() & 0xff)));
            }
        }
    }

    /// Writes stand-ins as the bytes that they stand for.
    static byte[] encode(String text) {
        byte[] all = new byte[text.length() * 3];
        int count = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            if (end || isStandIn(text, i)) {
                byte[] part = text.substring(from, i).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(part, 0, all, count, part.length);
                count += part.length;
                from = i + 1;
                if (!end) {
                    all[count++] = (byte) text.charAt(i);
                }
            }
        }
        return Arrays.copyOf(all, count);
    }

    private static boolean isStandIn(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at))
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
