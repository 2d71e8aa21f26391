package io.plimsoll.image.oci;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.Platform;
import io.plimsoll.image.config.ConfigDocument;
import io.plimsoll.image.json.Json;
import io.plimsoll.model.Digest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Names a blob with its digest and size.
///
/// Source: OCI image specification, `descriptor.md`; Docker's media types in its image manifest
/// version 2, schema 2.
///
/// @param size in bytes
/// @param artifactType of a manifest that is no image's, as an index states it; empty where it does not
/// @param hasUrls true for a layer that may have to be fetched from elsewhere
record Descriptor(
        String mediaType,
        Digest digest,
        long size,
        Optional<Platform> platform,
        Map<String, String> annotations,
        String artifactType,
        boolean hasUrls) {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String DOCKER_INDEX =
            "application/vnd.docker.distribution.manifest.list.v2+json";
    private static final String ATTESTATION_KEY = "vnd.docker.reference.type";
    private static final String ATTESTATION = "attestation-manifest";
    private static final String ATTESTED = "vnd.docker.reference.digest";
    private static final String REF_NAME = "org.opencontainers.image.ref.name";
    private static final String CONTAINERD_NAME = "io.containerd.image.name";

    Descriptor {
        annotations = Map.copyOf(annotations);
    }

    static Descriptor read(Json json) throws ImageFormatException {
        Json digest = json.get("digest");
        Json platform = json.get("platform");
        Map<String, String> annotations = new HashMap<>();
        for (Map.Entry<String, Json> entry : json.get("annotations").members().entrySet()) {
            annotations.put(entry.getKey(), entry.getValue().text().orElse(""));
        }
        return new Descriptor(
                json.get("mediaType").text().orElse(""),
                Digest.tryParse(digest.requiredText())
                        .orElseThrow(() -> digest.error("is no digest")),
                json.get("size").number().orElseThrow(() -> json.error("has no size")),
                ConfigDocument.platform(
                        platform.get("os").text().orElse(""),
                        platform.get("architecture").text().orElse(""),
                        platform.get("variant").text().orElse("")),
                annotations,
                json.get("artifactType").text().orElse(""),
                !json.get("urls").items().isEmpty());
    }

    /// Where the blob lies in a layout.
    String path() {
        return path(digest);
    }

    /// Where the blob with a digest lies in a layout.
    static String path(Digest digest) {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }

    boolean isIndex() {
        return mediaType.equals(INDEX) || mediaType.equals(DOCKER_INDEX);
    }

    /// Build provenance and bills of materials lie in an index as images of an unknown platform.
    boolean isAttestation() {
        return ATTESTATION.equals(annotations.get(ATTESTATION_KEY))
                || platform.filter(p -> p.os().equals("unknown")).isPresent();
    }

    /// Whether it is an attestation of an image.
    boolean isAbout(Digest manifest) {
        return manifest.toString().equals(annotations.get(ATTESTED));
    }

    /// Whether it has a tag, alone or behind the name of a repository.
    boolean isTagged(String tag) {
        return refName().equals(tag) || refName().endsWith(":" + tag);
    }

    boolean isForeignLayer() {
        return hasUrls || mediaType.contains("foreign") || mediaType.contains("nondistributable");
    }

    /// Source: ocicrypt, the suffix of encrypted layers.
    boolean isEncryptedLayer() {
        return mediaType.endsWith("+encrypted");
    }

    /// The name that the layout gives the image, empty where there is none.
    String name() {
        String containerd = annotations.getOrDefault(CONTAINERD_NAME, "");
        return containerd.isEmpty() ? refName() : containerd;
    }

    String refName() {
        return annotations.getOrDefault(REF_NAME, "");
    }
}
