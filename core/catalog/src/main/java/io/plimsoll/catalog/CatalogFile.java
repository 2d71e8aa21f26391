package io.plimsoll.catalog;

import io.plimsoll.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// One file of an image as a cataloger sees it. Valid only during the call that received it.
public interface CatalogFile {
    /// Absolute path in the image.
    String path();

    /// Size in bytes.
    long size();

    /// The content from its first byte. Each call starts anew where {@link #bytes()} would work;
    /// a cataloger should call one of the two, once.
    InputStream stream() throws IOException;

    /// The content for random access, read-only. Mapped where the source allows, otherwise held in
    /// memory.
    ///
    /// @throws io.plimsoll.model.LimitExceededException if it is larger than may be held
    MemorySegment bytes() throws IOException;

    /// The file beside this one whose name is this one's plus the suffix, where the cataloger's
    /// selector names the suffix as a companion and the same layer holds it.
    Optional<CatalogFile> companion(String suffix);

    /// The limits to keep to.
    Limits limits();
}
