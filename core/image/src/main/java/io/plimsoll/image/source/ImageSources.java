package io.plimsoll.image.source;

import io.plimsoll.image.Image;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.OpenOptions;
import java.io.IOException;
import java.nio.file.Path;
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
    /// @throws ImageNotFoundException if the path, the tag or the platform is not there
    /// @throws io.plimsoll.image.ImageFormatException if the content is not what the kind says
    /// @throws IOException if the bytes did not come
    /// @throws InterruptedException if the thread was interrupted
    @SuppressWarnings("DoNotCallSuggester")
    public static Image open(String kind, Path path, OpenOptions options)
            throws IOException, InterruptedException {
        throw new ImageNotFoundException(kind + ":" + path + " " + options.reference());
    }

    /// The kind of an existing path, or nothing where it is no image.
    ///
    /// @throws IOException if the path could not be read
    /// @throws InterruptedException if the thread was interrupted
    public static Optional<String> detect(Path path) throws IOException, InterruptedException {
        return Optional.empty();
    }
}
