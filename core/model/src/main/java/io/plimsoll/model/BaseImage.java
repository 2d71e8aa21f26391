package io.plimsoll.model;

import java.util.Optional;

/// The image that another was built on.
///
/// @param reference its name, such as `debian:12.5-slim`
/// @param digest digest of its manifest or index; empty where unknown
/// @param how how it was found, for people: `the FROM of stage 2 of Dockerfile`, `its layers`
/// @param source the FROM that names it; empty where no Dockerfile does
public record BaseImage(
        String reference, Optional<Digest> digest, String how, Optional<SourceLine> source) {
    public BaseImage {
        Check.notEmpty(reference, "reference of the base image");
    }
}
