package io.plimsoll.engine;

/// Told how a scan goes on. Calls come from the scanning threads; an implementation must be quick.
public interface Progress {
    /// Tells nobody.
    Progress SILENT = new Progress() {};

    /// A layer begins to be read.
    ///
    /// @param name what it is called in messages
    /// @param number of this layer, from 1
    /// @param count layers in all
    /// @param size bytes as stored; 0 where unknown
    default void layerStarted(String name, int number, int count, long size) {}

    /// More bytes of the layer were read.
    default void bytesRead(long bytes) {}

    /// A layer is done.
    ///
    /// @param cached whether it was known already and not read
    default void layerDone(String name, boolean cached) {}

    /// Another part of the work begins, such as `matching`.
    default void phase(String name) {}

    /// Something the user should know, such as where data came from.
    default void notice(String text) {}
}
