package io.plimsoll.advisory;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Raw deflate of whole pieces.
///
/// Source: RFC 1951.
final class Deflate {
    private Deflate() {}

    static byte[] pack(byte[] raw) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(raw);
            deflater.finish();
            byte[] packed = new byte[raw.length + 64 + raw.length / 1000];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    /// @param size of the raw bytes; no more are ever made
    /// @param what names the piece in errors
    /// @throws MalformedSegmentException if the bytes do not inflate to this size
    static byte[] unpack(byte[] packed, int size, String what) {
        Inflater inflater = new Inflater(true);
        try {
            byte[] raw = new byte[size];
            inflater.setInput(packed);
            int length = 0;
            while (length < raw.length) {
                int got = inflater.inflate(raw, length, raw.length - length);
                if (got == 0) {
                    throw new MalformedSegmentException(what + " ends early");
                }
                length += got;
            }
            return raw;
        } catch (DataFormatException broken) {
            throw new MalformedSegmentException(what + " does not inflate", broken);
        } finally {
            inflater.end();
        }
    }
}
