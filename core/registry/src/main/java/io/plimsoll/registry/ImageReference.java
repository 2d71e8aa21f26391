package io.plimsoll.registry;

import io.plimsoll.model.Digest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names something in a registry: `HOST[:PORT]/REPOSITORY[:TAG][@DIGEST]`.
///
/// Source: the grammar of `distribution/reference`, and the rules by which Docker completes a short
/// name: no host is `docker.io`, a repository of one word there lies in `library/`, no tag is `latest`.
///
/// @param registry host with an optional port, as written; `docker.io` where there is none
/// @param repository path within the registry
/// @param tag empty where only a digest is given
public record ImageReference(
        String registry, String repository, Optional<String> tag, Optional<Digest> digest) {
    /// The registry that a name without a host belongs to.
    public static final String DOCKER_HUB = "docker.io";

    private static final int LONGEST = 4096;
    private static final int LONGEST_NAME = 255;

    private static final Pattern HOST =
            Pattern.compile(
                    "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
                            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*"
                            + "|\\[[a-fA-F0-9:]+])(?::[0-9]{1,5})?");
    private static final Pattern COMPONENT =
            Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

    public ImageReference {
        if (!HOST.matcher(registry).matches()) {
            throw new IllegalArgumentException(quoted(registry) + " is no host of a registry");
        }
        if (registry.length() + repository.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    quoted(repository) + " is too long for a repository");
        }
        for (String component : repository.split("/", -1)) {
            if (!COMPONENT.matcher(component).matches()) {
                throw new IllegalArgumentException(
                        quoted(repository)
                                + " is no repository: a part may have lower-case letters and"
                                + " digits, and between them '.', '_', '__' or '-'");
            }
        }
        if (tag.isPresent() && !TAG.matcher(tag.get()).matches()) {
            throw new IllegalArgumentException(quoted(tag.get()) + " is no tag");
        }
        if (tag.isEmpty() && digest.isEmpty()) {
            throw new IllegalArgumentException("a reference needs a tag or a digest");
        }
    }

    /// Reads a reference as a person writes it.
    ///
    /// @throws IllegalArgumentException if it is none
    public static ImageReference parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(quoted(text) + " is too long for an image's name");
        }
        int at = text.indexOf('@');
        Optional<Digest> digest =
                at < 0 ? Optional.empty() : Optional.of(Digest.parse(text.substring(at + 1)));
        String named = at < 0 ? text : text.substring(0, at);
        int slash = named.indexOf('/');
        String first = slash < 0 ? "" : named.substring(0, slash);
        boolean hasHost = isHost(first);
        String path = hasHost ? named.substring(slash + 1) : named;
        int colon = path.lastIndexOf(':');
        Optional<String> tag =
                colon < 0 ? Optional.empty() : Optional.of(path.substring(colon + 1));
        String repository = colon < 0 ? path : path.substring(0, colon);
        String registry = hasHost ? canonical(first) : DOCKER_HUB;
        boolean official = registry.equals(DOCKER_HUB) && repository.indexOf('/') < 0;
        return new ImageReference(
                registry,
                official ? "library/" + repository : repository,
                tag.isEmpty() && digest.isEmpty() ? Optional.of("latest") : tag,
                digest);
    }

    /// What to ask the registry for: the digest where there is one.
    public String target() {
        return digest.map(Digest::toString).or(() -> tag).orElseThrow();
    }

    /// The other names of Docker Hub are one registry.
    static String canonical(String host) {
        return switch (host) {
            case "index.docker.io", "registry-1.docker.io" -> DOCKER_HUB;
            default -> host;
        };
    }

    private static boolean isHost(String first) {
        return first.equals("localhost")
                || first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.chars().anyMatch(Character::isUpperCase);
    }

    private static String quoted(String text) {
        return Texts.quote(text);
    }

    @Override
    public String toString() {
        return registry
                + "/"
                + repository
                + tag.map(each -> ":" + each).orElse("")
                + digest.map(each -> "@" + each).orElse("");
    }
}
