package io.plimsoll.catalog.java;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates one entry into memory (RFC 1951, without a zlib header).
final class Inflation {
    /// How it ended.
    enum End {
        /// At the end of the compressed data.
        COMPLETE,
        /// At the most bytes that were wanted or allowed.
        FULL,
        /// The compressed data ended early.
        CUT,
        /// The compressed data is not that.
        BROKEN
    }

    /// A byte of input gives no more output than this: RFC 1951, a match of 258 bytes in two bits.
    private static final long MOST_RATIO = 1_032;

    private static final int SLACK = 64;
    private static final int FIRST = 64 * 1024;
    private static final int STEP = 1024 * 1024;

    /// The largest array that every JVM gives.
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private final ZipBytes input;
    private byte[] output = new byte[0];
    private int length;
    private End end = End.CUT;
    private String reason = "";

    Inflation(ZipBytes input) {
        this.input = input;
    }

    /// Inflates.
    ///
    /// @param wanted bytes of output after which to stop; fewer where the expansion allows fewer
    void run(long wanted, Expansion expansion) throws InterruptedException {
        long possible = input.size() * MOST_RATIO + SLACK;
        long most = Math.min(Math.min(wanted, possible), Math.min(expansion.left(), LONGEST));
        output = new byte[Math.toIntExact(Math.min(most, wanted == most ? most : FIRST))];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(input.buffer(0, input.size()));
            while (step(inflater, most)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } catch (DataFormatException e) {
            end = End.BROKEN;
            reason = String.valueOf(e.getMessage());
        }
        expansion.inflated(length);
    }

    End end() {
        return end;
    }

    /// What is wrong where the end is {@link End#BROKEN}.
    String reason() {
        return reason;
    }

    /// The output, of which the first {@link #length} bytes count.
    byte[] output() {
        return output;
    }

    int length() {
        return length;
    }

    /// Inflates some bytes.
    ///
    /// @return whether there may be more
    private boolean step(Inflater inflater, long most) throws DataFormatException {
        if (length == most) {
            // The end of the data may follow the last byte: only another byte shows that it does
            // not.
            end = inflater.inflate(new byte[1]) > 0 ? End.FULL : end(inflater);
            return false;
        }
        if (length == output.length) {
            long larger = Math.min(most, Math.max(FIRST, 2L * output.length));
            output = Arrays.copyOf(output, Math.toIntExact(larger));
        }
        int got = inflater.inflate(output, length, Math.min(STEP, output.length - length));
        length += got;
        end = end(inflater);
        return got > 0 && end != End.COMPLETE;
    }

    private static End end(Inflater inflater) {
        return inflater.finished() ? End.COMPLETE : End.CUT;
    }
}
