package io.plimsoll.image;

/// What an entry of a layer is.
public enum EntryKind {
    FILE,
    DIRECTORY,
    SYMLINK,
    /// Another name of a file that came earlier in the same layer.
    HARDLINK,
    /// The path is deleted from the layers below.
    WHITEOUT,
    /// Everything that the layers below put into the directory is deleted.
    OPAQUE,
    /// A device, fifo or socket.
    OTHER
}
