package io.plimsoll.attest.signature;

import io.plimsoll.model.Digest;
import java.io.IOException;
import java.util.List;

/// What a signature of an image may be of: its manifest, and the indexes that led to it.
public interface Subjects {
    /// Computed from their bytes.
    List<Digest> digests();

    /// The bytes of one.
    ///
    /// @throws IOException if they did not come
    byte[] document(Digest digest) throws IOException;
}
