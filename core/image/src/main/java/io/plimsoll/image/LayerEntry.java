package io.plimsoll.image;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// One entry of a layer, valid only while it is visited.
public interface LayerEntry {
    /// Normal absolute path, see {@link io.plimsoll.model.ImagePath}. For a whiteout the path that
    /// is deleted, without `.wh.`; for an opaque marker its directory.
    String path();

    EntryKind kind();

    /// Bytes of content; a sparse file counts with its holes. 0 for anything but a file.
    long size();

    /// The permission bits with set-user-id, set-group-id and sticky, such as octal 4755.
    int mode();

    long uid();

    long gid();

    /// When the content was last changed, in seconds since 1970; 0 where the source does not say.
    default long modified() {
        return 0;
    }

    /// For a symbolic link its target as written, for a hard link the normal absolute path of the
    /// file; otherwise empty.
    String linkTarget();

    /// The content, to be read once and only during the visit. Empty for anything but a file.
    InputStream stream() throws IOException;

    /// The content as a slice of a mapped file, where the source is an uncompressed file on disk.
    /// Valid only during the visit. A source that can map may still give nothing for a small file.
    ///
    /// @throws IOException if the file could not be opened
    Optional<MemorySegment> mapped() throws IOException;
}
