package io.plimsoll.image;

import java.io.IOException;

/// Receives the entries of a layer, one at a time.
@FunctionalInterface
public interface EntryVisitor {
    /// Takes one entry, which is valid only during the call. Content that is not read is skipped by
    /// the reader.
    void entry(LayerEntry entry) throws IOException, InterruptedException;
}
