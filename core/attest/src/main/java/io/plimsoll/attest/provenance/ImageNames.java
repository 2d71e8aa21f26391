package io.plimsoll.attest.provenance;

import io.plimsoll.model.Digest;
import io.plimsoll.model.FamiliarName;
import io.plimsoll.model.Purl;
import java.util.Optional;

/// Names of images as builders write them, in the form in which Docker shows them.
final class ImageNames {
    private ImageNames() {}

    /// The image of a package URL such as `pkg:docker/debian@bookworm?platform=linux%2Famd64`; nothing
    /// where it is one of something else.
    ///
    /// Source: BuildKit, `util/purl/image.go` and `docs/attestations/slsa-provenance.md`; the purl
    /// types `docker` and `oci`.
    ///
    /// @param stated the digest that stands beside the URL
    static Optional<Material> material(String url, Optional<Digest> stated) {
        if (!url.startsWith("pkg:docker/") && !url.startsWith("pkg:oci/")) {
            return Optional.empty();
        }
        Purl purl;
        try {
            purl = Purl.parse(url);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        if (purl.qualifiers().containsKey("ref_type")) {
            return Optional.empty();
        }
        String name =
                purl.namespace().isEmpty() ? purl.name() : purl.namespace() + "/" + purl.name();
        Optional<Digest> version = Digest.tryParse(purl.version());
        Optional<Digest> qualifier =
                Digest.tryParse(purl.qualifiers().getOrDefault("digest", "")).or(() -> version);
        boolean tagged = !purl.version().isEmpty() && version.isEmpty();
        String tag = qualifier.map(each -> "@" + each).orElse(":latest");
        return Optional.of(
                new Material(
                        FamiliarName.of(name + (tagged ? ":" + purl.version() : tag)),
                        stated.or(() -> qualifier)));
    }
}
