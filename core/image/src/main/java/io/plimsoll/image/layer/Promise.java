package io.plimsoll.image.layer;

import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.model.Digest;
import io.plimsoll.model.ProblemKind;
import java.util.Optional;
import java.util.OptionalLong;

/// What the image promises about the bytes of a layer.
///
/// @param digest of the stored blob
/// @param size of the stored blob in bytes
/// @param diffId digest of the uncompressed layer
/// @param named digest in the name of an archive's member, which tools use for the blob and for the
///     uncompressed layer alike: either may match
public record Promise(
        Optional<Digest> digest,
        OptionalLong size,
        Optional<Digest> diffId,
        Optional<Digest> named) {

    /// The algorithm for the digest of the blob.
    Hash blobHash() {
        return digest.or(() -> named).map(Hash::like).orElseGet(Hash::sha256);
    }

    Hash diffHash() {
        return diffId.map(Hash::like).orElseGet(Hash::sha256);
    }

    /// Compares the blob as it was found, and notes what differs.
    boolean keptBy(Found found, ProblemLog problems) {
        boolean kept = same("the blob's digest", digest, found.digest(), problems);
        if (size.isPresent() && size.getAsLong() != found.size()) {
            problems.add(
                    "",
                    ProblemKind.MISMATCH,
                    "the blob's size is " + found.size() + ", not " + size.getAsLong());
            kept = false;
        }
        if (found.diffId().isPresent()) {
            kept &= same("the diff id", diffId, found.diffId().get(), problems);
        }
        boolean matchesName =
                named.isEmpty() || found.digest().equals(named.get()) || found.isDiffId(named);
        if (!matchesName) {
            problems.add(
                    "",
                    ProblemKind.MISMATCH,
                    "neither the blob nor the layer in it has the digest of its name, "
                            + named.get());
        }
        return kept && matchesName;
    }

    private static boolean same(
            String what, Optional<Digest> promised, Digest found, ProblemLog problems) {
        if (promised.isEmpty() || promised.get().equals(found)) {
            return true;
        }
        problems.add("", ProblemKind.MISMATCH, what + " is " + found + ", not " + promised.get());
        return false;
    }

    /// What the bytes turned out to be.
    ///
    /// @param diffId empty where the uncompressed layer did not come through
    record Found(Digest digest, long size, Optional<Digest> diffId) {
        boolean isDiffId(Optional<Digest> other) {
            return diffId.isPresent() && diffId.equals(other);
        }
    }
}
