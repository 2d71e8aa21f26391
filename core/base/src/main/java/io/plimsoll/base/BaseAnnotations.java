package io.plimsoll.base;

import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import java.util.Map;
import java.util.Optional;

/// What an image says itself about its base image.
///
/// Source: OCI image specification, `annotations.md`, "Pre-Defined Annotation Keys".
public final class BaseAnnotations {
    /// The key of the name.
    public static final String NAME = "org.opencontainers.image.base.name";

    private static final String DIGEST = "org.opencontainers.image.base.digest";

    private BaseAnnotations() {}

    /// The base image that annotations or labels name.
    ///
    /// @param where they stand, for people: `annotation`, `label`
    public static Optional<BaseImage> read(Map<String, String> annotations, String where) {
        String name = annotations.getOrDefault(NAME, "").strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<Digest> digest = Digest.tryParse(annotations.getOrDefault(DIGEST, "").strip());
        return Optional.of(new BaseImage(name, digest, where + " " + NAME, Optional.empty()));
    }
}
