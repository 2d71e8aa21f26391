package io.plimsoll.image.layer;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Stored bytes, as often as they are wanted. Safe for several threads.
public interface Blob {
    /// Where the bytes lie, for messages.
    String where();

    /// How many bytes there are.
    long size();

    InputStream open() throws IOException;

    /// All bytes, where they lie in a mapped file. Valid until the image is closed.
    default Optional<MemorySegment> mapped() throws IOException {
        return Optional.empty();
    }

    /// See {@link io.plimsoll.image.Layer#identity()}.
    default Optional<String> identity() {
        return Optional.empty();
    }
}
