package io.plimsoll.policy.subject;

import java.util.Optional;

/// The name of an image, with all that Docker leaves out: `docker.io/library/app` for `app`.
///
/// Source: distribution/reference, "normalize.go".
///
/// @param repository registry and path
/// @param tag empty where there is none
/// @param digest `sha256:…`; empty where there is none
public record ImageName(String repository, String tag, String digest) {
    private static final String HUB = "docker.io";

    /// Reads a reference; nothing where the text is none, such as a URL.
    public static Optional<ImageName> parse(String text) {
        if (text.isEmpty() || text.contains("://") || text.startsWith("/") || hasBlank(text)) {
            return Optional.empty();
        }
        int at = text.indexOf('@');
        String digest = at < 0 ? "" : text.substring(at + 1);
        String name = at < 0 ? text : text.substring(0, at);
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        String tag = colon < 0 ? "" : name.substring(colon + 1);
        String repository = colon < 0 ? name : name.substring(0, colon);
        boolean isNone = repository.isEmpty() || (at >= 0 && digest.indexOf(':') < 0);
        return isNone
                ? Optional.empty()
                : Optional.of(new ImageName(normal(repository), tag, digest));
    }

    /// A repository with its registry and, on Docker Hub, its namespace.
    static String normal(String repository) {
        String rest = repository;
        int slash = rest.indexOf('/');
        String first = slash < 0 ? "" : rest.substring(0, slash);
        boolean isHost =
                first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        String host = isHost ? first : HUB;
        rest = isHost ? rest.substring(slash + 1) : rest;
        boolean isHub =
                switch (host) {
                    case HUB, "index.docker.io", "registry-1.docker.io", "hub.docker.com" -> true;
                    default -> false;
                };
        if (isHub) {
            return HUB + "/" + (rest.indexOf('/') < 0 ? "library/" : "") + rest;
        }
        return host + "/" + rest;
    }

    /// The last part of the repository, the name that a purl of type `oci` has.
    String lastPart() {
        return repository.substring(repository.lastIndexOf('/') + 1);
    }

    private static boolean hasBlank(String text) {
        return text.chars().anyMatch(c -> c <= ' ');
    }
}
