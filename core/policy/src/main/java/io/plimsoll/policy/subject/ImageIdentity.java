package io.plimsoll.policy.subject;

import io.plimsoll.model.Digest;
import io.plimsoll.model.TargetDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which image a target is.
///
/// @param digests of its index, its manifest, its configuration
/// @param names it goes by
/// @param architecture `amd64`; empty where unknown
public record ImageIdentity(List<String> digests, List<ImageName> names, String architecture) {
    private static final Set<String> NAMED = Set.of("docker", "podman", "containerd", "registry");

    public ImageIdentity {
        digests = List.copyOf(digests);
        names = List.copyOf(names);
    }

    /// The identity of a target; without digests and names for what is no image.
    public static ImageIdentity of(TargetDescription target) {
        List<String> digests = new ArrayList<>();
        target.digests().stream().map(Digest::toString).forEach(digests::add);
        target.imageId().map(Digest::toString).ifPresent(digests::add);
        List<ImageName> names = new ArrayList<>();
        for (String tag : target.tags()) {
            ImageName.parse(tag).ifPresent(names::add);
        }
        if (NAMED.contains(target.kind())) {
            ImageName.parse(target.reference()).ifPresent(names::add);
        }
        String[] platform = target.platform().split("/", -1);
        return new ImageIdentity(digests, names, platform.length > 1 ? platform[1] : "");
    }

    /// Whether it is an image at all.
    public boolean isImage() {
        return !digests.isEmpty() || !names.isEmpty();
    }
}
