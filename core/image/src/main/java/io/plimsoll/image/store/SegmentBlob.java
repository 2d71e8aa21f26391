package io.plimsoll.image.store;

import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.memory.SegmentStream;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Bytes of a mapped file.
record SegmentBlob(String where, MemorySegment segment, Optional<String> identity) implements Blob {
    @Override
    public long size() {
        return segment.byteSize();
    }

    @Override
    public InputStream open() {
        return new SegmentStream(segment);
    }

    @Override
    public Optional<MemorySegment> mapped() {
        return Optional.of(segment);
    }
}
