package io.plimsoll.advisory;

import io.plimsoll.model.Digest;

/// What the store's index says of a patch that makes one segment's file of another's.
///
/// @param from digest of the older segment
/// @param to digest of the newer segment
/// @param digest SHA-256 of the patch's file, which names the file
/// @param size bytes of the patch's file
public record PatchInfo(Digest from, Digest to, Digest digest, long size) {
    /// The file's name in the store's folder.
    public String fileName() {
        return digest.hex() + ".patch";
    }
}
