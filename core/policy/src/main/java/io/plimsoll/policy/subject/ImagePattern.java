package io.plimsoll.policy.subject;

import io.plimsoll.model.Purl;
import java.util.Map;
import java.util.Optional;

/// What names an image: a digest names one for good, a name and a tag as long as they point to it.
///
/// @param repository with its registry; empty for any
/// @param name last part of the repository, where the whole is not known; empty for any
/// @param tag empty for any
/// @param digest of index, manifest or configuration; empty for any
/// @param architecture empty for any
public record ImagePattern(
        String repository, String name, String tag, String digest, String architecture) {
    /// The image that a text names: a purl of type `oci` or `docker`, a reference, a digest; nothing
    /// where it names none.
    public static Optional<ImagePattern> parse(String text) {
        if (text.startsWith("sha256:") || text.startsWith("sha512:")) {
            return Optional.of(new ImagePattern("", "", "", text, ""));
        }
        if (text.regionMatches(true, 0, "pkg:", 0, 4)) {
            return ofPurl(text);
        }
        return ImageName.parse(text).map(name -> of(name, ""));
    }

    private static ImagePattern of(ImageName name, String architecture) {
        return new ImagePattern(name.repository(), "", name.tag(), name.digest(), architecture);
    }

    private static Optional<ImagePattern> ofPurl(String text) {
        try {
            Purl purl = Purl.parse(text);
            return switch (purl.type()) {
                case "oci" -> Optional.of(ofOci(purl));
                case "docker" -> Optional.of(ofDocker(purl));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// Source: purl types, `oci`: the version is a digest, `repository_url` the repository, with or
    /// without the name at its end, `tag` a tag.
    private static ImagePattern ofOci(Purl purl) {
        Map<String, String> qualifiers = purl.qualifiers();
        String repository = withoutScheme(qualifiers.getOrDefault("repository_url", ""));
        if (!repository.isEmpty()) {
            boolean whole =
                    repository.equals(purl.name()) || repository.endsWith("/" + purl.name());
            repository = ImageName.normal(whole ? repository : repository + "/" + purl.name());
        }
        boolean isDigest = purl.version().indexOf(':') > 0;
        return new ImagePattern(
                repository,
                purl.name(),
                isDigest ? qualifiers.getOrDefault("tag", "") : tag(purl),
                isDigest ? purl.version() : "",
                qualifiers.getOrDefault("arch", ""));
    }

    private static String tag(Purl purl) {
        return purl.version().isEmpty()
                ? purl.qualifiers().getOrDefault("tag", "")
                : purl.version();
    }

    /// Source: purl types, `docker`: the version is a tag or a digest, `repository_url` the registry.
    private static ImagePattern ofDocker(Purl purl) {
        String path =
                purl.namespace().isEmpty() ? purl.name() : purl.namespace() + "/" + purl.name();
        String host = withoutScheme(purl.qualifiers().getOrDefault("repository_url", "docker.io"));
        boolean isDigest = purl.version().indexOf(':') > 0;
        return new ImagePattern(
                ImageName.normal(host + "/" + path),
                "",
                isDigest ? purl.qualifiers().getOrDefault("tag", "") : purl.version(),
                isDigest ? purl.version() : "",
                purl.qualifiers().getOrDefault("arch", ""));
    }

    private static String withoutScheme(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        while (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest;
    }

    /// Whether an image is named by it.
    public boolean matches(ImageIdentity image) {
        if (!architecture.isEmpty()
                && !image.architecture().isEmpty()
                && !architecture.equals(image.architecture())) {
            return false;
        }
        if (!digest.isEmpty()) {
            return image.digests().contains(digest)
                    || image.names().stream().anyMatch(each -> each.digest().equals(digest));
        }
        return image.names().stream().anyMatch(this::names);
    }

    private boolean names(ImageName image) {
        return (repository.isEmpty() || repository.equals(image.repository()))
                && (name.isEmpty() || name.equals(image.lastPart()))
                && (tag.isEmpty() || tag.equals(effectiveTag(image)));
    }

    /// A name without tag and digest is the one tagged `latest`.
    private static String effectiveTag(ImageName image) {
        return image.tag().isEmpty() && image.digest().isEmpty() ? "latest" : image.tag();
    }
}
