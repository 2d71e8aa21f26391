package io.plimsoll.image;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// An entry that is another one in all that a subclass does not say otherwise.
public abstract class ForwardedEntry implements LayerEntry {
    private final LayerEntry entry;

    protected ForwardedEntry(LayerEntry entry) {
        this.entry = entry;
    }

    @Override
    public String path() {
        return entry.path();
    }

    @Override
    public EntryKind kind() {
        return entry.kind();
    }

    @Override
    public long size() {
        return entry.size();
    }

    @Override
    public int mode() {
        return entry.mode();
    }

    @Override
    public long uid() {
        return entry.uid();
    }

    @Override
    public long gid() {
        return entry.gid();
    }

    @Override
    public long modified() {
        return entry.modified();
    }

    @Override
    public String linkTarget() {
        return entry.linkTarget();
    }

    @Override
    public InputStream stream() throws IOException {
        return entry.stream();
    }

    @Override
    public Optional<MemorySegment> mapped() throws IOException {
        return entry.mapped();
    }
}
