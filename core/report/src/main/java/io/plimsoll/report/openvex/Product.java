package io.plimsoll.report.openvex;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Purl;
import io.plimsoll.model.TargetDescription;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The image as a product: `pkg:oci/app@sha256:…?arch=amd64&repository_url=ghcr.io/org/app&tag=1.0`.
///
/// Source: purl types, `oci`.
final class Product {
    private static final String HUB = "index.docker.io";
    private static final String UNNAMED = "image";

    private Product() {}

    /// The purl of an image; nothing for a target that is none.
    static Optional<String> of(TargetDescription target) {
        Optional<Digest> digest =
                target.digests().isEmpty()
                        ? target.imageId()
                        : Optional.of(target.digests().getFirst());
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        String reference = reference(target);
        int at = reference.indexOf('@');
        String name = at < 0 ? reference : reference.substring(0, at);
        int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
        String repository = colon < 0 ? name : name.substring(0, colon);
        SortedMap<String, String> qualifiers = new TreeMap<>();
        String[] platform = target.platform().split("/", -1);
        qualifiers.put("arch", platform.length > 1 ? platform[1] : "");
        qualifiers.put("repository_url", repository.isEmpty() ? "" : whole(repository));
        qualifiers.put("tag", colon < 0 ? "" : name.substring(colon + 1));
        String last = repository.substring(repository.lastIndexOf('/') + 1);
        return Optional.of(
                new Purl(
                                "oci",
                                "",
                                last.isEmpty() ? UNNAMED : last,
                                digest.get().toString(),
                                qualifiers,
                                "")
                        .toString());
    }

    /// The name that the image goes by; empty where it has none.
    private static String reference(TargetDescription target) {
        return switch (target.kind()) {
            case "registry", "docker", "podman", "containerd" -> target.reference();
            default -> target.tags().isEmpty() ? "" : target.tags().getFirst();
        };
    }

    /// A repository with its registry.
    private static String whole(String repository) {
        int slash = repository.indexOf('/');
        String first = slash < 0 ? "" : repository.substring(0, slash);
        boolean isHost =
                first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        if (isHost) {
            return repository;
        }
        return HUB + (slash < 0 ? "/library/" : "/") + repository;
    }
}
