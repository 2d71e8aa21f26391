package io.plimsoll.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was scanned.
///
/// @param kind `docker-archive`, `oci-dir`, `dir`, `sbom`, `purl` …
/// @param reference the target as it was named, without its kind
/// @param imageId digest of the image's configuration
/// @param digests digests of its manifest and index
/// @param tags names it goes by
/// @param platform `linux/amd64`, empty where unknown
/// @param size bytes of all layers, uncompressed
/// @param created when the image was made
/// @param layers oldest first
/// @param base the image that it was built on; empty where unknown
public record TargetDescription(
        String kind,
        String reference,
        Optional<Digest> imageId,
        List<Digest> digests,
        List<String> tags,
        String platform,
        long size,
        Optional<Instant> created,
        List<LayerSummary> layers,
        Optional<BaseImage> base) {
    public TargetDescription {
        digests = List.copyOf(digests);
        tags = List.copyOf(tags);
        layers = List.copyOf(layers);
    }

    /// A target without layers or files of its own, such as an SBOM.
    public static TargetDescription of(String kind, String reference) {
        return new TargetDescription(
                kind,
                reference,
                Optional.empty(),
                List.of(),
                List.of(),
                "",
                0,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /// The same target with a base image, and with layers that say what is of it.
    public TargetDescription on(BaseImage image, List<LayerSummary> withOrigins) {
        return attributed(Optional.of(image), withOrigins);
    }

    /// The same target with what is known of its base image and of its layers.
    public TargetDescription attributed(Optional<BaseImage> image, List<LayerSummary> withOrigins) {
        return new TargetDescription(
                kind,
                reference,
                imageId,
                digests,
                tags,
                platform,
                size,
                created,
                withOrigins,
                image);
    }

    /// One layer.
    ///
    /// @param diffId digest of the uncompressed layer
    /// @param digest digest of the layer as it is stored
    /// @param size bytes uncompressed
    /// @param createdBy the history entry that made it; empty where unknown
    /// @param origin base image or own
    /// @param source the instruction of the Dockerfile that made it; empty where unknown
    public record LayerSummary(
            Optional<Digest> diffId,
            Optional<Digest> digest,
            long size,
            String createdBy,
            Origin origin,
            Optional<SourceLine> source) {
        /// A layer of which no Dockerfile is known.
        public LayerSummary(
                Optional<Digest> diffId,
                Optional<Digest> digest,
                long size,
                String createdBy,
                Origin origin) {
            this(diffId, digest, size, createdBy, origin, Optional.empty());
        }

        /// The same layer with who made it.
        public LayerSummary from(Origin newOrigin, Optional<SourceLine> newSource) {
            return new LayerSummary(diffId, digest, size, createdBy, newOrigin, newSource);
        }

        /// The instruction that made it: the Dockerfile's where that is known, else the history's.
        public String instruction() {
            return source.isPresent() ? source.get().text() : createdBy;
        }
    }
}
