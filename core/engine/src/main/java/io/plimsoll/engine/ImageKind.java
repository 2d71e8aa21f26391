package io.plimsoll.engine;

import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.source.ImageSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A kind of target that is an image, and how it is opened.
///
/// @param name the prefix of the target, such as `oci-dir`
/// @param takesNames whether its references are names of images, so that a bare name may be one;
///     otherwise they are paths
record ImageKind(String name, boolean takesNames, Source source) {
    /// All kinds. A bare name is tried as those that take names, in this order.
    static final List<ImageKind> ALL =
            List.of(
                    ofPath("dir"),
                    ofPath("docker-archive"),
                    ofPath("oci-archive"),
                    ofPath("oci-dir"));

    /// Opens images of one kind.
    interface Source {
        /// Opens an image.
        ///
        /// @param reference the target without its prefix
        /// @param open limits, platform and temporary folder
        /// @throws IllegalArgumentException if the reference is none
        /// @throws io.plimsoll.image.ImageNotFoundException if there is no such image
        /// @throws io.plimsoll.image.ImageFormatException if it is there and damaged
        /// @throws IOException if it could not be reached; the message names the remedy
        Image open(String reference, OpenOptions open, ScanOptions options, Progress progress)
                throws IOException, InterruptedException;
    }

    /// The kind with a name, or nothing.
    static Optional<ImageKind> of(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    Image open(String reference, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        OpenOptions open = OpenOptions.standard().withLimits(options.limits());
        OpenOptions placed = options.cache().map(open::withTemporaryFolder).orElse(open);
        return source.open(
                reference,
                options.platform().map(placed::withPlatform).orElse(placed),
                options,
                progress);
    }

    private static ImageKind ofPath(String name) {
        return new ImageKind(
                name,
                false,
                (reference, open, options, progress) ->
                        ImageSources.open(name, Path.of(reference), open));
    }
}
