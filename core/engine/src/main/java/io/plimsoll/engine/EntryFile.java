package io.plimsoll.engine;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// A file as it passes in a layer's stream.
record EntryFile(LayerEntry entry, Spool spool, Limits limits) implements CatalogFile {
    @Override
    public String path() {
        return entry.path();
    }

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public InputStream stream() throws IOException {
        return entry.stream();
    }

    @Override
    public MemorySegment bytes() throws IOException {
        Optional<MemorySegment> mapped = entry.mapped();
        return mapped.isPresent() ? mapped.get() : spool.hold(entry);
    }

    @Override
    public Optional<CatalogFile> companion(String suffix) {
        return Optional.empty();
    }
}
