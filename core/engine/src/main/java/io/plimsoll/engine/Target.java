package io.plimsoll.engine;

import java.util.Optional;
import java.util.Set;

/// A target as the user names it.
///
/// @param kind `dir`, `docker-archive` …; empty for a bare path
/// @param reference the path, image name or purl
public record Target(String kind, String reference) {
    private static final Set<String> DOCUMENTS = Set.of("sbom", "purls");

    /// Reads `kind:reference`, a purl, or a bare reference.
    public static Target parse(String text) {
        if (text.startsWith("pkg:")) {
            return new Target("pkg", text);
        }
        int colon = text.indexOf(':');
        String kind = text.substring(0, Math.max(colon, 0));
        boolean known = DOCUMENTS.contains(kind) || ImageKind.of(kind).isPresent();
        return known ? new Target(kind, text.substring(colon + 1)) : new Target("", text);
    }

    /// The prefix that the text began with; empty for a bare one.
    public Optional<String> namedKind() {
        return kind.isEmpty() ? Optional.empty() : Optional.of(kind);
    }
}
