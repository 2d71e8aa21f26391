package io.plimsoll.registry;

import io.plimsoll.model.Digest;

/// A manifest as it lies in a registry: a document of any kind, with a digest that was computed from
/// its bytes.
public final class Manifest {
    private final byte[] bytes;
    private final String mediaType;
    private final Digest digest;

    Manifest(byte[] bytes, String mediaType, Digest digest) {
        this.bytes = bytes;
        this.mediaType = mediaType;
        this.digest = digest;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// What the registry calls it; empty where it does not.
    public String mediaType() {
        return mediaType;
    }

    public Digest digest() {
        return digest;
    }
}
