package io.plimsoll.engine;

import java.util.Optional;

/// A target as the user names it.
///
/// @param kind `dir`, `docker-archive` …; empty for a bare path
/// @param reference the path, image name or purl
public record Target(String kind, String reference) {
    /// Reads `kind:reference`, a purl, or a bare reference.
    public static Target parse(String text) {
        if (text.startsWith("pkg:")) {
            return new Target("pkg", text);
        }
        for (String kind : Kinds.ALL) {
            if (text.startsWith(kind + ":")) {
                return new Target(kind, text.substring(kind.length() + 1));
            }
        }
        return new Target("", text);
    }

    /// The prefix that the text began with; empty for a bare one.
    public Optional<String> namedKind() {
        return kind.isEmpty() ? Optional.empty() : Optional.of(kind);
    }

    /// The kinds of target.
    static final class Kinds {
        static final java.util.List<String> ALL =
                java.util.List.of(
                        "dir", "docker-archive", "oci-archive", "oci-dir", "sbom", "purls");

        private Kinds() {}
    }
}
