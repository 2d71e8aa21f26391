package io.plimsoll.delivery;

import io.plimsoll.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A place that a store can be fetched from. What it gives is not believed: the caller verifies the
/// index by its signature, and each file by the digest that the index states.
public interface StoreOrigin extends AutoCloseable {
    /// For messages: an address, a path or a reference.
    String name();

    /// The bytes of `index.json.sig`, of which the caller says how many there may be; nothing where
    /// there is no such file.
    ///
    /// @throws IOException if it cannot be fetched, or is larger
    Optional<byte[]> signature(int most) throws IOException, InterruptedException;

    /// The bytes of `index.json`.
    ///
    /// @throws IOException if it cannot be fetched, or is larger
    byte[] index(int most) throws IOException, InterruptedException;

    /// The bytes of a segment or patch, no more than its size.
    ///
    /// @param fileName the name in a folder
    /// @param digest the name in a registry
    /// @throws IOException if they do not begin to come
    InputStream file(String fileName, Digest digest, long size)
            throws IOException, InterruptedException;

    @Override
    default void close() throws IOException {}
}
