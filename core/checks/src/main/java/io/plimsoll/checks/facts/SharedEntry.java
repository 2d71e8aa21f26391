package io.plimsoll.checks.facts;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.ForwardedEntry;
import io.plimsoll.image.LayerEntry;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// An entry whose content two want, though it comes once: what the visitor reads goes to the content's
/// reader, too, which reads on where the visitor stops.
final class SharedEntry extends ForwardedEntry {
    private final LayerEntry entry;
    private final ContentReader reader;
    private @Nullable InputStream source;

    SharedEntry(LayerEntry entry, ContentReader reader) {
        super(entry);
        this.entry = entry;
        this.reader = reader;
    }

    @Override
    public InputStream stream() throws IOException {
        if (source != null) {
            throw new IllegalStateException(
                    "the content of '" + entry.path() + "' can be read only once");
        }
        return new Tee(source());
    }

    private InputStream source() throws IOException {
        InputStream opened = source;
        if (opened == null) {
            opened = entry.stream();
            source = opened;
        }
        return opened;
    }

    /// Gives the reader what the visitor left, as much of it as it wants.
    ///
    /// @param buffer to read into
    void readOn(byte[] buffer) throws IOException {
        if (entry.kind() != EntryKind.FILE || entry.size() == 0) {
            return;
        }
        InputStream in = source();
        while (reader.wantsMore()) {
            int count = in.read(buffer, 0, buffer.length);
            if (count < 0) {
                break;
            }
            reader.take(buffer, 0, count);
        }
        in.close();
    }

    /// What the visitor reads. It closes nothing: there may be more to read.
    private final class Tee extends InputStream {
        private final InputStream in;

        Tee(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count > 0 && reader.wantsMore()) {
                reader.take(bytes, offset, count);
            }
            return count;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }
}
