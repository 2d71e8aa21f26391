package io.plimsoll.attest.provenance;

import io.plimsoll.model.Digest;
import io.plimsoll.model.FamiliarName;
import java.util.Optional;

/// An image that went into a build: as a base, as a stage, or as a place to copy from.
///
/// @param reference as Docker shows it: `debian:bookworm`, `registry.example.org/team/base:1`
/// @param digest of its manifest or index; empty where it is not said
public record Material(String reference, Optional<Digest> digest) {
    /// Whether a name as it stands in a Dockerfile means this image.
    public boolean isNamed(String name) {
        String familiar = FamiliarName.of(name);
        int at = familiar.indexOf('@');
        String named = at < 0 ? familiar : familiar.substring(0, at);
        boolean tagged = named.indexOf(':', named.lastIndexOf('/') + 1) >= 0;
        if (at >= 0) {
            boolean same =
                    digest.map(each -> familiar.endsWith("@" + each)).orElse(false)
                            || reference.equals(familiar);
            return same && reference.startsWith(named);
        }
        return reference.equals(tagged ? named : named + ":latest");
    }
}
