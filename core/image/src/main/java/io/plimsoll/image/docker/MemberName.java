package io.plimsoll.image.docker;

import io.plimsoll.model.Digest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The digests that names of an archive's members state.
///
/// | name | written by | states |
/// |---|---|---|
/// | `<hex>.json` | Docker 1.10 to 24, podman, skopeo | digest of the configuration |
/// | `sha256:<hex>` | crane, kaniko | digest of the configuration |
/// | `blobs/sha256/<hex>` | Docker 25 and later | digest of the blob |
/// | `<hex>.tar` | podman, skopeo | diff id |
/// | `<hex>.tar.gz` | crane, kaniko, jib | digest of the compressed blob |
/// | `<hex>/layer.tar` | Docker up to 24 | nothing: an identifier of its own |
final class MemberName {
    private static final Pattern BLOB = Pattern.compile("(?:\\./)?blobs/([a-z0-9]+)/([0-9a-f]+)");
    private static final Pattern CONFIG =
            Pattern.compile("(?:\\./)?([0-9a-f]{64})\\.json|(sha256:[0-9a-f]{64})(?:\\.json)?");
    private static final Pattern LAYER =
            Pattern.compile("(?:\\./)?(?:sha256:)?([0-9a-f]{64})\\.tar(?:\\.[a-z0-9]+)?");

    private MemberName() {}

    static Optional<Digest> configDigest(String path) {
        Matcher config = CONFIG.matcher(path);
        if (!config.matches()) {
            return blobDigest(path);
        }
        return config.group(1) != null
                ? Optional.of(new Digest("sha256", config.group(1)))
                : Digest.tryParse(config.group(2));
    }

    static Optional<Digest> blobDigest(String path) {
        Matcher blob = BLOB.matcher(path);
        return blob.matches()
                ? Digest.tryParse(blob.group(1) + ":" + blob.group(2))
                : Optional.empty();
    }

    /// A digest that may be the blob's or the uncompressed layer's.
    static Optional<Digest> eitherDigest(String path) {
        Matcher layer = LAYER.matcher(path);
        return layer.matches()
                ? Optional.of(new Digest("sha256", layer.group(1)))
                : Optional.empty();
    }
}
