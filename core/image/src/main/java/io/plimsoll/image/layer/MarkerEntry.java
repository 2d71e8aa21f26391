package io.plimsoll.image.layer;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.LayerEntry;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// A whiteout or an opaque marker.
///
/// @param path what is deleted, or the folder whose content below is
/// @param kind `WHITEOUT` or `OPAQUE`
/// @param file the entry that says so
public record MarkerEntry(String path, EntryKind kind, LayerEntry file) implements LayerEntry {
    @Override
    public long size() {
        return 0;
    }

    @Override
    public int mode() {
        return file.mode();
    }

    @Override
    public long uid() {
        return file.uid();
    }

    @Override
    public long gid() {
        return file.gid();
    }

    @Override
    public String linkTarget() {
        return "";
    }

    @Override
    public InputStream stream() {
        return InputStream.nullInputStream();
    }

    @Override
    public Optional<MemorySegment> mapped() {
        return Optional.empty();
    }
}
