package io.plimsoll.engine;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.ForwardedEntry;
import io.plimsoll.image.LayerEntry;
import java.io.IOException;
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

    private static final class Renamed extends ForwardedEntry {
        private final String path;

        Renamed(LayerEntry entry, String path) {
            super(entry);
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }
    }
}
