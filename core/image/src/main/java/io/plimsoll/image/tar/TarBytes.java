package io.plimsoll.image.tar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Names and numbers as tar headers write them.
///
/// Source: POSIX.1-2017, `pax`, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format" for
/// base-256 numbers.
final class TarBytes {
    private static final int BINARY = 0x80;
    private static final int NEGATIVE = 0x40;
    private static final int MAX_OCTAL_DIGITS = 20;

    private TarBytes() {}

    /// A field up to its first NUL.
    static String text(byte[] bytes, int offset, int length) {
        int end = offset;
        while (end < offset + length && bytes[end] != 0) {
            end++;
        }
        return decode(bytes, offset, end - offset);
    }

    /// Bytes as UTF-8. Names that are not UTF-8 are taken as ISO 8859-1, so that two different names
    /// never become one.
    static String decode(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] < 0) {
                return decodeUtf8(bytes, offset, length);
            }
        }
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    private static String decodeUtf8(byte[] bytes, int offset, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
    }

    /// A number in octal or in base 256; -1 where the field holds neither, or a negative number.
    static long number(byte[] bytes, int offset, int length) {
        if ((bytes[offset] & BINARY) != 0) {
            return binary(bytes, offset, length);
        }
        int at = offset;
        int end = offset + length;
        while (at < end && (bytes[at] == ' ' || bytes[at] == 0)) {
            at++;
        }
        long value = 0;
        int digits = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '7') {
            if (++digits > MAX_OCTAL_DIGITS) {
                return -1;
            }
            value = value * 8 + (bytes[at++] - '0');
        }
        boolean ended = at == end || bytes[at] == ' ' || bytes[at] == 0;
        return ended ? value : -1;
    }

    private static long binary(byte[] bytes, int offset, int length) {
        if ((bytes[offset] & NEGATIVE) != 0) {
            return -1;
        }
        long value = bytes[offset] & (NEGATIVE - 1);
        for (int i = offset + 1; i < offset + length; i++) {
            if (value > Long.MAX_VALUE >> Byte.SIZE) {
                return -1;
            }
            value = (value << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return value;
    }
}
