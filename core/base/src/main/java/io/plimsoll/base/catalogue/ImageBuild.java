package io.plimsoll.base.catalogue;

import io.plimsoll.advisory.OfficialImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One build of an image with the tags that it goes by.
///
/// @param repository its familiar name
/// @param tags that it goes by, never empty
/// @param architectures in the words of Docker's list; empty where any may be there
/// @param system the distribution that it is made on; empty where unknown
public record ImageBuild(
        String repository,
        List<String> tags,
        List<String> architectures,
        Optional<SystemRelease> system) {
    private static final Set<String> UNSETTLED =
            Set.of(
                    "testing",
                    "unstable",
                    "experimental",
                    "buggy",
                    "backports",
                    "oldstable",
                    "oldoldstable",
                    "edge",
                    "nightly",
                    "rawhide",
                    "kitten");

    public ImageBuild {
        tags = List.copyOf(tags);
        architectures = List.copyOf(architectures);
    }

    /// A build of Docker's list.
    public static ImageBuild of(String repository, OfficialImage official) {
        Set<String> tags = new LinkedHashSet<>(official.tags());
        tags.addAll(official.sharedTags());
        List<String> all = new ArrayList<>(tags);
        return new ImageBuild(
                repository,
                all,
                official.architectures(),
                SystemRelease.ofImage(official.system()).or(() -> named(repository, all)));
    }

    /// A build that is known by its tags alone.
    public static ImageBuild of(String repository, List<String> tags) {
        return new ImageBuild(repository, tags, List.of(), named(repository, tags));
    }

    private static Optional<SystemRelease> named(String repository, List<String> tags) {
        return tags.stream()
                .flatMap(tag ->
                        TagWords.parse(tag)
                                .system()
                                .or(() -> SystemRelease.ofImage(repository + ":" + tag))
                                .stream())
                .max(Comparator.comparingInt(each -> each.release().length()));
    }

    /// The numbers of its version, as precise as one of its tags has them.
    public List<Long> numbers() {
        return tags.stream()
                .map(tag -> TagWords.parse(tag).numbers())
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /// Whether it is there for a platform, such as `linux/arm64`.
    public boolean isFor(String platform) {
        if (architectures.isEmpty() || platform.isEmpty()) {
            return true;
        }
        String[] parts = platform.split("/", -1);
        String architecture = parts.length > 1 ? parts[1] : parts[0];
        String variant = parts.length > 2 ? parts[2] : "";
        String wanted =
                switch (architecture) {
                    case "386" -> "i386";
                    case "arm64" -> "arm64v8";
                    case "arm" -> "arm32" + (variant.isEmpty() ? "v7" : variant);
                    default -> architecture;
                };
        return architectures.contains(parts[0].equals("windows") ? "windows-" + wanted : wanted);
    }

    /// Whether it is finished and released: no preview, no suite that still moves.
    public boolean isSettled() {
        return tags.stream()
                .map(TagWords::parse)
                .noneMatch(words ->
                        words.isDraft() || words.variant().stream().anyMatch(UNSETTLED::contains));
    }

    /// Of its tags the one that a person would write beside another: of the same shape and with as many numbers where
    /// there is one, else short.
    ///
    /// @param preferred tags of which more is known
    public String tagLike(TagWords other, Set<String> preferred) {
        Comparator<String> order =
                Comparator.<String>comparingInt(
                                tag -> TagWords.parse(tag).isShapedAs(other) ? 0 : 1)
                        .thenComparingInt(tag -> preferred.contains(tag) ? 0 : 1)
                        .thenComparingInt(tag ->
                                Math.abs(
                                        TagWords.parse(tag).numbers().size()
                                                - other.numbers().size()))
                        .thenComparingInt(tag -> TagWords.parse(tag).day().isEmpty() ? 0 : 1)
                        .thenComparingInt(String::length)
                        .thenComparing(tag -> tag.toLowerCase(Locale.ROOT))
                        .thenComparing(tag -> tag);
        return tags.stream().min(order).orElseThrow();
    }
}
