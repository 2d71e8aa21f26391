package io.plimsoll.delivery;

/// What a store is called as an artifact in a registry. The layout stands in
/// `docs/advisory-store.md`.
///
/// Source: OCI image specification 1.1, `manifest.md`, "Guidelines for Artifact Usage", and
/// `annotations.md`.
final class StoreArtifact {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String TYPE = "application/vnd.plimsoll.advisories.v1";
    static final String EMPTY = "application/vnd.oci.empty.v1+json";
    static final String INDEX = "application/vnd.plimsoll.advisories.index.v1+json";
    static final String SIGNATURE = "application/vnd.plimsoll.advisories.signature.v1";
    static final String SEGMENT = "application/vnd.plimsoll.advisories.segment.v1";
    static final String PATCH = "application/vnd.plimsoll.advisories.patch.v1";
    static final String TITLE = "org.opencontainers.image.title";

    /// Bytes that a manifest may have.
    static final int MAX_MANIFEST = 16 * 1024 * 1024;

    private StoreArtifact() {}
}
