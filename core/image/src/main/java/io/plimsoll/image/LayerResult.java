package io.plimsoll.image;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Problem;
import java.util.List;
import java.util.Optional;

/// What reading a layer found out.
///
/// @param diffId digest of the uncompressed bytes, computed; empty for a root file system and where
///     the stream broke off
/// @param uncompressedSize bytes of the uncompressed layer as far as it could be read
/// @param problems in the order they were met, each with the layer's diff id where it is known
/// @param verified false where a digest, a size or the diff id differs from what was promised, or
///     the stream broke: the caller then drops what its visitor collected. Problems with single
///     entries leave it true
public record LayerResult(
        Optional<Digest> diffId, long uncompressedSize, List<Problem> problems, boolean verified) {
    public LayerResult {
        problems = List.copyOf(problems);
    }
}
