package io.plimsoll.image.oci;

import io.plimsoll.image.Platform;
import io.plimsoll.image.config.ImageNames;
import io.plimsoll.model.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An image manifest that an index leads to.
///
/// @param top the descriptor in `index.json` that leads to it
/// @param indexes digests of the indexes between, innermost first
/// @param platform what the index states, or else the configuration
/// @param stored false where the index names it, but the layout does not hold it
record Candidate(
        Descriptor manifest,
        Descriptor top,
        List<Digest> indexes,
        Optional<Platform> platform,
        boolean stored) {

    /// Of the manifest, and of the indexes that led to it, innermost first.
    List<Digest> digests() {
        List<Digest> digests = new ArrayList<>();
        digests.add(manifest.digest());
        digests.addAll(indexes);
        return digests;
    }

    boolean isNamed(String wanted) {
        return wanted.equals(top.refName())
                || (!top.name().isEmpty() && ImageNames.matches(wanted, top.name()))
                || wanted.equals(manifest.digest().toString())
                || indexes.stream().anyMatch(digest -> wanted.equals(digest.toString()));
    }

    /// For messages.
    String label() {
        String of = top.name().isEmpty() ? manifest.digest().toString() : top.name();
        return of + platform.map(p -> " for " + p).orElse("") + (stored ? "" : " (not stored)");
    }
}
