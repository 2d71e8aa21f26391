package io.plimsoll.attest.provenance;

import io.plimsoll.json.JsonObject;
import java.util.List;

/// Where the code of a build is kept, and of which state it is.
///
/// Source: BuildKit, `docs/attestations/slsa-provenance.md`, "vcs" and "configSource"; SLSA 1.0, digest
/// sets of Git commits.
///
/// @param repository an address without login and without the part after `#`; empty where unknown
/// @param commit empty where unknown
record CodeSource(String repository, String commit) {
    /// The first that is named: what the build's caller says of its folder, what the Dockerfile was
    /// fetched from, a material with a commit.
    static CodeSource of(
            JsonObject buildKitMetadata, JsonObject configSource, List<JsonObject> materials) {
        JsonObject vcs = buildKitMetadata.object("vcs");
        if (vcs.has("source") || vcs.has("revision")) {
            return new CodeSource(plain(vcs.text("source")), vcs.text("revision"));
        }
        if (configSource.has("uri")) {
            return of(configSource);
        }
        return materials.stream()
                .filter(each -> !commit(each).isEmpty())
                .findFirst()
                .map(CodeSource::of)
                .orElse(new CodeSource("", ""));
    }

    private static CodeSource of(JsonObject resource) {
        return new CodeSource(plain(resource.text("uri")), commit(resource));
    }

    private static String commit(JsonObject resource) {
        JsonObject digest = resource.object("digest");
        String commit = digest.text("gitCommit");
        return commit.isEmpty() ? digest.text("sha1") : commit;
    }

    private static String plain(String address) {
        int hash = address.indexOf('#');
        String whole = hash < 0 ? address : address.substring(0, hash);
        int scheme = whole.indexOf("://");
        int path = whole.indexOf('/', scheme + 3);
        int at = whole.lastIndexOf('@', path < 0 ? whole.length() : path);
        return scheme >= 0 && at > scheme
                ? whole.substring(0, scheme + 3) + whole.substring(at + 1)
                : whole;
    }
}
