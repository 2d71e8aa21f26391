package io.plimsoll.catalog.text;

import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks through the lines of a stream without making a string of each. A line ends with LF or CRLF;
/// the last may lack its end. Not safe for threads.
///
/// A line longer than {@link Limit#LINE_LENGTH} bytes is passed over: it shows as empty, and
/// {@link #isTooLong()} says so.
///
/// ```java
/// try (LineReader lines = new LineReader(file.stream(), file.limits())) {
///     while (lines.next()) {
///         use(lines.number(), lines.text());
///     }
/// }
/// ```
public final class LineReader implements Closeable {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final InputStream in;
    private final long maxLength;
    private byte[] buffer = new byte[BUFFER_SIZE];
    private int filled;
    private int nextStart;
    private int start;
    private int end;
    private int number;
    private boolean tooLong;

    /// @param in closed with the reader
    public LineReader(InputStream in, Limits limits) {
        this.in = in;
        this.maxLength = limits.of(Limit.LINE_LENGTH);
    }

    /// Moves to the next line.
    ///
    /// @return false at the end of the stream
    /// @throws IOException if the bytes did not come
    /// @throws InterruptedException if the thread was interrupted
    public boolean next() throws IOException, InterruptedException {
        tooLong = false;
        int from = nextStart;
        int scan = from;
        while (true) {
            int newline = indexOfNewline(scan);
            if (newline >= 0) {
                finish(from, newline);
                nextStart = newline + 1;
                return true;
            }
            if (filled - from > maxLength) {
                tooLong = true;
                from = filled;
            }
            boolean more = fill(from);
            from = 0;
            if (!more) {
                return last();
            }
            scan = nextStart;
        }
    }

    /// Number of the line, the first is 1.
    public int number() {
        return number;
    }

    /// Whether the line was longer than the limit and is shown as empty for that.
    public boolean isTooLong() {
        return tooLong;
    }

    /// Bytes in the line, without its end.
    public int length() {
        return end - start;
    }

    /// The byte at an index of the line.
    public byte at(int index) {
        return buffer[start + index];
    }

    /// Index of the first such byte from an index on, or -1.
    public int indexOf(byte wanted, int from) {
        for (int i = start + from; i < end; i++) {
            if (buffer[i] == wanted) {
                return i - start;
            }
        }
        return -1;
    }

    /// Whether the line holds nothing but blanks and tabs.
    public boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (!isBlank(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    /// The whole line as UTF-8.
    public String text() {
        return text(0, length());
    }

    /// A part of the line as UTF-8; a malformed sequence becomes U+FFFD.
    public String text(int from, int to) {
        return new String(buffer, start + from, to - from, StandardCharsets.UTF_8);
    }

    /// A part of the line as UTF-8, without blanks and tabs at its ends.
    public String trimmed(int from, int to) {
        int first = start + from;
        int last = start + to;
        while (first < last && isBlank(buffer[first])) {
            first++;
        }
        while (first < last && isBlank(buffer[last - 1])) {
            last--;
        }
        return new String(buffer, first, last - first, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int indexOfNewline(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean last() {
        if (filled == 0 && !tooLong) {
            nextStart = 0;
            finish(0, 0);
            return false;
        }
        finish(0, filled);
        nextStart = filled;
        return true;
    }

    private void finish(int from, int to) {
        start = from;
        end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        if (tooLong || end - start > maxLength) {
            tooLong = true;
            end = start;
        }
        number++;
    }

    /// Moves what is left from an index on to the front and reads behind it. Leaves the index of the
    /// first new byte in `nextStart`.
    private boolean fill(int from) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        int held = filled - from;
        System.arraycopy(buffer, from, buffer, 0, held);
        if (held == buffer.length) {
            long size = Math.min(2L * held, maxLength + BUFFER_SIZE);
            buffer = Arrays.copyOf(buffer, Math.toIntExact(size));
        }
        int count = in.read(buffer, held, buffer.length - held);
        filled = held + Math.max(count, 0);
        nextStart = held;
        return count >= 0;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
