package io.plimsoll.engine;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.LayerEntry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Passes on the files that are wanted under another path, under that path.
record LinkedVisitor(LinkedFiles wanted, LayerVisitor visitor) implements EntryVisitor {
    @Override
    public void entry(LayerEntry entry) throws IOException, InterruptedException {
        Optional<String> path = wanted.wantedAs(entry.path());
        if (path.isPresent() && entry.kind() == EntryKind.SYMLINK) {
            visitor.problem(LinkedFiles.notFollowed(path.get(), entry.path()));
        } else if (path.isPresent() && entry.kind() == EntryKind.FILE) {
            visitor.entry(new Renamed(entry, path.get()));
        }
    }

    private record Renamed(LayerEntry entry, String path) implements LayerEntry {
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
}
