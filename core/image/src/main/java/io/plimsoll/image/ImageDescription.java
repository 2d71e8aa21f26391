package io.plimsoll.image;

import io.plimsoll.model.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an image says about itself.
///
/// @param kind the source: `docker-archive`, `oci-dir`, `oci-archive`, `dir`
/// @param reference what the user asked for, such as the path of the archive
/// @param imageId digest of the configuration, computed; empty for a root file system and for
///     archives older than Docker 1.10
/// @param digests digests of the manifest and of the indexes that led to it, manifest first
/// @param tags tags that the archive gives the image, in its order
/// @param platform `linux/amd64` or `linux/arm64/v8`; empty where unknown
/// @param size bytes of all layers as the source stores them
/// @param created when the image was built, as it says
/// @param config how a container of it would be started, and its history
/// @param annotations of its manifest
public record ImageDescription(
        String kind,
        String reference,
        Optional<Digest> imageId,
        List<Digest> digests,
        List<String> tags,
        String platform,
        long size,
        Optional<Instant> created,
        ImageConfig config,
        Map<String, String> annotations) {
    public ImageDescription {
        digests = List.copyOf(digests);
        tags = List.copyOf(tags);
        annotations = Map.copyOf(annotations);
    }

    /// An image whose source has no annotations.
    public ImageDescription(
            String kind,
            String reference,
            Optional<Digest> imageId,
            List<Digest> digests,
            List<String> tags,
            String platform,
            long size,
            Optional<Instant> created,
            ImageConfig config) {
        this(kind, reference, imageId, digests, tags, platform, size, created, config, Map.of());
    }
}
