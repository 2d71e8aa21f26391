package io.plimsoll.image.tar;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.LayerEntry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// An entry while it is visited.
final class TarEntry implements LayerEntry {
    /// The facts of an entry.
    ///
    /// @param dataStart where the content begins in the archive
    record Facts(
            String path,
            EntryKind kind,
            int mode,
            long uid,
            long gid,
            long modified,
            String linkTarget,
            long dataStart,
            SparseMap map,
            boolean sparse) {}

    private final Facts facts;
    private final TarInput in;
    private boolean opened;

    TarEntry(Facts facts, TarInput in) {
        this.facts = facts;
        this.in = in;
    }

    @Override
    public String path() {
        return facts.path();
    }

    @Override
    public EntryKind kind() {
        return facts.kind();
    }

    @Override
    public long size() {
        return facts.map().size();
    }

    @Override
    public int mode() {
        return facts.mode();
    }

    @Override
    public long uid() {
        return facts.uid();
    }

    @Override
    public long gid() {
        return facts.gid();
    }

    @Override
    public long modified() {
        return facts.modified();
    }

    @Override
    public String linkTarget() {
        return facts.linkTarget();
    }

    @Override
    public InputStream stream() {
        if (facts.kind() != EntryKind.FILE) {
            return InputStream.nullInputStream();
        }
        if (opened) {
            throw new IllegalStateException(
                    "the content of '" + facts.path() + "' can be read only once");
        }
        opened = true;
        return new TarContent(in, facts.map());
    }

    @Override
    public Optional<MemorySegment> mapped() throws IOException {
        return facts.kind() != EntryKind.FILE || facts.sparse()
                ? Optional.empty()
                : in.slice(facts.dataStart(), size());
    }
}
