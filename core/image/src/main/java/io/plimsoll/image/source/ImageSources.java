package io.plimsoll.image.source;

import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.image.dir.DirectoryImage;
import io.plimsoll.image.docker.DockerArchive;
import io.plimsoll.image.oci.OciLayout;
import io.plimsoll.image.store.ArchiveKind;
import io.plimsoll.image.store.BlobStore;
import io.plimsoll.image.store.DirectoryStore;
import io.plimsoll.image.store.TarStore;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens images by the kind of their source.
///
/// | kind | path |
/// |---|---|
/// | `dir` | a root file system or any folder |
/// | `docker-archive` | a file written by `docker save` or in its format, compressed or not |
/// | `oci-dir` | a folder in the OCI image layout |
/// | `oci-archive` | such a folder as a tar file, compressed or not |
public final class ImageSources {
    private ImageSources() {}

    /// Opens an image.
    ///
    /// @param kind one of the kinds above
    /// @throws IllegalArgumentException if there is no such kind
    /// @throws io.plimsoll.image.ImageNotFoundException if the path, the tag or the platform is not
    ///     there
    /// @throws io.plimsoll.image.ImageFormatException if the content is not what the kind says
    /// @throws IOException if the bytes did not come
    /// @throws InterruptedException if the thread was interrupted
    public static Image open(String kind, Path path, OpenOptions options)
            throws IOException, InterruptedException {
        return switch (kind) {
            case "dir" -> DirectoryImage.open(path, options);
            case "docker-archive" -> DockerArchive.open(path, options);
            case "oci-dir" -> OciLayout.openDirectory(path, options);
            case "oci-archive" -> OciLayout.openArchive(path, options);
            default ->
                    throw new IllegalArgumentException(
                            "'"
                                    + kind
                                    + "' is no kind of image source; dir, docker-archive, oci-dir"
                                    + " and oci-archive are");
        };
    }

    /// The platforms that a source offers one image for; none where it offers no choice.
    ///
    /// @throws IOException as {@link #open}
    public static List<Platform> platforms(String kind, Path path, OpenOptions options)
            throws IOException, InterruptedException {
        boolean folder = kind.equals("oci-dir");
        if (!folder && !kind.equals("oci-archive")) {
            return List.of();
        }
        try (BlobStore store = folder ? DirectoryStore.open(path) : TarStore.open(path, options)) {
            return OciLayout.platforms(store, options);
        }
    }

    /// The kind of a path, or nothing where it does not exist or is no image. An archive is looked
    /// through for the names that mark its kind, as far as need be: a compressed one is decompressed
    /// for that, without keeping anything.
    ///
    /// @throws IOException if the path could not be read
    /// @throws InterruptedException if the thread was interrupted
    public static Optional<String> detect(Path path) throws IOException, InterruptedException {
        if (Files.isDirectory(path)) {
            boolean layout =
                    Files.isRegularFile(path.resolve("oci-layout"))
                            && Files.isRegularFile(path.resolve("index.json"));
            return Optional.of(layout ? "oci-dir" : "dir");
        }
        return Files.isRegularFile(path)
                ? ArchiveKind.of(path, Limits.standard())
                : Optional.empty();
    }
}
