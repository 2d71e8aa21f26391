package io.plimsoll.engine;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.model.Limits;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Optional;

/// A file that is held in memory, with its companions.
record FileBytes(String path, MemorySegment bytes, Map<String, FileBytes> companions, Limits limits)
        implements CatalogFile {
    @Override
    public long size() {
        return bytes.byteSize();
    }

    @Override
    public InputStream stream() {
        return new SegmentStream(bytes);
    }

    @Override
    public Optional<CatalogFile> companion(String suffix) {
        return Optional.ofNullable(companions.get(suffix));
    }

    /// Reads a memory segment from its start.
    private static final class SegmentStream extends InputStream {
        private final MemorySegment segment;
        private long position;

        SegmentStream(MemorySegment segment) {
            this.segment = segment;
        }

        @Override
        public int read() {
            return position < segment.byteSize()
                    ? segment.get(ValueLayout.JAVA_BYTE, position++) & 0xff
                    : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(length, segment.byteSize() - position);
            if (count <= 0) {
                return length == 0 ? 0 : -1;
            }
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, position, target, offset, count);
            position += count;
            return count;
        }
    }
}
