package io.plimsoll.engine;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.image.memory.SegmentStream;
import io.plimsoll.model.Limits;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
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
}
