package io.plimsoll.engine;

/// Told how a scan goes on. Calls come from the scanning threads; an implementation must be quick.
public interface Progress {
    /// Tells nobody.
    Progress SILENT = new Progress() {};

    /// The layers of an image were found, and reading begins.
    ///
    /// @param layers how many there are
    /// @param known how many of them are known already and not read
    /// @param bytes size of the others as stored; too small where a size is unknown
    default void layersFound(int layers, int known, long bytes) {}

    /// More bytes were read, of whichever layer.
    default void bytesRead(long bytes) {}

    /// A layer was read to its end.
    ///
    /// @param name what it is called in messages
    /// @param size bytes as stored; 0 where unknown
    default void layerRead(String name, long size) {}

    /// Another part of the work begins, such as `matching`.
    default void phase(String name) {}

    /// Something the user should know, such as where data came from.
    default void notice(String text) {}
}
