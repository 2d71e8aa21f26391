package io.plimsoll.engine;

import io.plimsoll.daemon.Environment;
import io.plimsoll.daemon.containerd.ContainerdImages;
import io.plimsoll.daemon.docker.EngineImages;
import io.plimsoll.daemon.docker.EngineKind;
import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A kind of target that is an image, and how it is opened.
///
/// @param name the prefix of the target, such as `oci-dir`
/// @param takesNames whether a bare name that is no path is tried as one of this kind
record ImageKind(String name, boolean takesNames, Source source) {
    /// All kinds. A bare name is tried as those that take names, in this order.
    static final List<ImageKind> ALL =
            List.of(
                    ofPath("dir"),
                    ofPath("docker-archive"),
                    ofPath("oci-archive"),
                    ofPath("oci-dir"),
                    ofEngine(EngineKind.DOCKER),
                    ofEngine(EngineKind.PODMAN),
                    new ImageKind("containerd", false, ImageKind::ofContainerd),
                    new ImageKind("registry", true, new RegistrySource()));

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

        /// The platforms that there is one image for; none where the kind offers no choice.
        ///
        /// @throws IOException as {@link #open}
        default List<Platform> platforms(
                String reference, OpenOptions open, ScanOptions options, Progress progress)
                throws IOException, InterruptedException {
            return List.of();
        }
    }

    /// The kind with a name, or nothing.
    static Optional<ImageKind> of(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    Image open(String reference, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        return source.open(reference, openOptions(options), options, progress);
    }

    List<Platform> platforms(String reference, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        return source.platforms(reference, openOptions(options), options, progress);
    }

    private static OpenOptions openOptions(ScanOptions options) {
        OpenOptions open = OpenOptions.standard().withLimits(options.limits());
        OpenOptions placed = options.cache().map(open::withTemporaryFolder).orElse(open);
        return options.platform().map(placed::withPlatform).orElse(placed);
    }

    private static ImageKind ofEngine(EngineKind kind) {
        return new ImageKind(
                kind.word(),
                true,
                (reference, open, options, progress) ->
                        new EngineImages(
                                        kind,
                                        options.access().engines(),
                                        Environment.of(options.access().environment()),
                                        progress::notice)
                                .open(reference, open));
    }

    private static Image ofContainerd(
            String reference, OpenOptions open, ScanOptions options, Progress progress)
            throws IOException {
        return new ContainerdImages(
                        options.access().engines(),
                        Environment.of(options.access().environment()),
                        progress::notice)
                .open(reference, open);
    }

    private static ImageKind ofPath(String name) {
        return new ImageKind(name, false, new PathSource(name));
    }
}
