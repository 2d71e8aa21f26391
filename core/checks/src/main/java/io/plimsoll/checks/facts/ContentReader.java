package io.plimsoll.checks.facts;

import io.plimsoll.checks.secrets.TextSearch;
import java.util.Arrays;

/// Takes the content of one file after another: searches text for secrets, and keeps what is read as a
/// whole.
final class ContentReader {
    private static final byte UNKNOWN_CHARACTER = '?';

    private final TextSearch search;
    private final long mostText;
    private final byte[] head = new byte[TextKind.HEAD];
    private int headLength;
    private boolean decided;
    private TextKind kind = TextKind.BINARY;
    private long taken;
    private byte[] narrow = new byte[0];
    private int pending = -1;
    private byte[] kept = new byte[0];
    private int keptLength;
    private int mostKept;

    /// @param mostText bytes of one text that are searched
    ContentReader(TextSearch search, long mostText) {
        this.search = search;
        this.mostText = mostText;
    }

    /// What became of a file.
    ///
    /// @param text whether it was searched
    /// @param bytes how many of its bytes were searched
    /// @param cut whether not all of them were
    record Read(boolean text, long bytes, boolean cut, TextSearch.Found found) {}

    /// Makes ready for a file.
    ///
    /// @param keep the first bytes of it that are kept; 0 for none
    void begin(int keep) {
        headLength = 0;
        decided = false;
        taken = 0;
        pending = -1;
        keptLength = 0;
        mostKept = keep;
    }

    /// Whether more of the content changes anything.
    boolean wantsMore() {
        return !decided || (kind != TextKind.BINARY && taken < mostText) || keptLength < mostKept;
    }

    /// Takes the next bytes of the content.
    void take(byte[] bytes, int offset, int length) {
        keep(bytes, offset, length);
        if (decided) {
            search(bytes, offset, length);
            return;
        }
        int first = Math.min(length, head.length - headLength);
        System.arraycopy(bytes, offset, head, headLength, first);
        headLength += first;
        if (headLength == head.length) {
            decide();
            search(bytes, offset + first, length - first);
        }
    }

    private void decide() {
        decided = true;
        kind = TextKind.of(head, headLength);
        search(head, 0, headLength);
    }

    private void keep(byte[] bytes, int offset, int length) {
        int count = Math.min(length, mostKept - keptLength);
        if (count > 0) {
            if (keptLength + count > kept.length) {
                kept = Arrays.copyOf(kept, Math.min(mostKept, 2 * (keptLength + count)));
            }
            System.arraycopy(bytes, offset, kept, keptLength, count);
            keptLength += count;
        }
    }

    private void search(byte[] bytes, int offset, int length) {
        int count = (int) Math.min(length, mostText - taken);
        if (kind == TextKind.BINARY || count <= 0) {
            return;
        }
        taken += count;
        if (kind == TextKind.BYTES) {
            search.feed(bytes, offset, count);
        } else {
            narrow(bytes, offset, count);
        }
    }

    /// UTF-16 as one byte a character: secrets are ASCII.
    private void narrow(byte[] bytes, int offset, int length) {
        if (narrow.length <= length / 2) {
            narrow = new byte[length / 2 + 1];
        }
        int count = 0;
        for (int i = offset; i < offset + length; i++) {
            if (pending < 0) {
                pending = bytes[i] & 0xff;
                continue;
            }
            boolean lowFirst = kind == TextKind.UTF_16_LE;
            int high = lowFirst ? bytes[i] & 0xff : pending;
            int low = lowFirst ? pending : bytes[i] & 0xff;
            narrow[count++] = high == 0 ? (byte) low : UNKNOWN_CHARACTER;
            pending = -1;
        }
        search.feed(narrow, 0, count);
    }

    /// Ends the file.
    ///
    /// @param size of the whole file
    Read finish(long size) {
        if (!decided) {
            decide();
        }
        boolean text = kind != TextKind.BINARY;
        TextSearch.Found found = search.finish();
        return new Read(text, taken, text && (size > mostText || found.cut()), found);
    }

    /// The first bytes of the file, as many as were asked for.
    byte[] kept() {
        return Arrays.copyOf(kept, keptLength);
    }
}
