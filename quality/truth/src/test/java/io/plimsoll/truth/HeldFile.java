package io.plimsoll.truth;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;

/// A file held in memory as a cataloger sees it.
///
/// @param files the files beside it, by path
@SuppressWarnings("ArrayRecordComponent")
record HeldFile(String path, byte[] content, Map<String, byte[]> files) implements CatalogFile {
    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public MemorySegment bytes() {
        return MemorySegment.ofArray(content).asReadOnly();
    }

    @Override
    public Optional<CatalogFile> companion(String suffix) {
        return Optional.ofNullable(files.get(path + suffix))
                .map(found -> new HeldFile(path + suffix, found, files));
    }

    @Override
    public Limits limits() {
        return Limits.standard();
    }
}
