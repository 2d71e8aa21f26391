package io.plimsoll.fuzz;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// A file of an image, held in memory.
record MemoryFile(String path, MemorySegment bytes, Limits limits) implements CatalogFile {
    @Override
    public long size() {
        return bytes.byteSize();
    }

    @Override
    public InputStream stream() {
        return new ByteArrayInputStream(bytes.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
    }

    @Override
    public Optional<CatalogFile> companion(String suffix) {
        return Optional.empty();
    }
}
