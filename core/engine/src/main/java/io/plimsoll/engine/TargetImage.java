package io.plimsoll.engine;

import io.plimsoll.image.Image;
import io.plimsoll.image.source.ImageSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// A target that was opened as an image, and the kind that had it.
record TargetImage(String kind, Image image) {
    private static final Set<String> LISTS = Set.of("pkg", "purls", "sbom");

    /// Opens a target: a bare path is what its content says, a bare name that is no path what an engine or a registry has.
    ///
    /// @return nothing where it is a list of packages, or a path that may be one
    /// @throws IllegalArgumentException if there is no such kind
    /// @throws IOException if it could not be opened
    static Optional<TargetImage> open(Target target, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        String reference = target.reference();
        Optional<String> named = target.namedKind();
        if (named.isPresent()) {
            return LISTS.contains(named.get())
                    ? Optional.empty()
                    : Optional.of(open(named.get(), reference, options, progress));
        }
        Path path = Path.of(reference);
        if (!Files.exists(path)) {
            return Optional.of(new BareName(options, progress).find(reference));
        }
        Optional<String> kind = ImageSources.detect(path);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        progress.notice(reference + " is taken as " + kind.get());
        return Optional.of(open(kind.get(), reference, options, progress));
    }

    private static TargetImage open(
            String kind, String reference, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        ImageKind known =
                ImageKind.of(kind)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "'" + kind + "' is no kind of target"));
        return new TargetImage(kind, known.open(reference, options, progress));
    }
}
