package io.plimsoll.image.layer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// A blob held in memory, mapped or only as a stream.
final class MemoryBlob implements Blob {
    private final byte[] bytes;
    private final boolean isMapped;

    MemoryBlob(byte[] bytes, boolean isMapped) {
        this.bytes = bytes;
        this.isMapped = isMapped;
    }

    @Override
    public String where() {
        return "memory";
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public Optional<MemorySegment> mapped() {
        return isMapped ? Optional.of(MemorySegment.ofArray(bytes)) : Optional.empty();
    }
}
