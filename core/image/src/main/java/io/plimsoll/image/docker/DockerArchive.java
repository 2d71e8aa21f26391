package io.plimsoll.image.docker;

import io.plimsoll.image.Image;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.store.BlobStore;
import io.plimsoll.image.store.TarStore;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens the archives of `docker save`, every generation of them:
///
/// - `manifest.json`, written since Docker 1.10, also by podman, skopeo, kaniko, jib, crane and Bazel;
///   the layers may be compressed, whatever their names say, and may be links to one another;
/// - the same together with an OCI layout, since Docker 25;
/// - `repositories` alone, before Docker 1.10.
public final class DockerArchive {
    static final String KIND = "docker-archive";

    private DockerArchive() {}

    /// Opens an archive.
    ///
    /// @throws io.plimsoll.image.ImageNotFoundException if there is no such file, or no such tag in
    ///     it
    /// @throws ImageFormatException if it is no such archive, or contradicts itself
    public static Image open(Path file, OpenOptions options)
            throws IOException, InterruptedException {
        return open(TarStore.open(file, options), file.toString(), options);
    }

    /// Opens an archive that comes as a stream, as an engine exports it.
    ///
    /// @param where what it is, for messages
    /// @throws io.plimsoll.image.ImageNotFoundException if there is no such tag in it
    /// @throws ImageFormatException if it is no such archive, or contradicts itself
    public static Image open(InputStream archive, String where, OpenOptions options)
            throws IOException, InterruptedException {
        return open(TarStore.of(archive, where, options), where, options);
    }

    private static Image open(BlobStore store, String reference, OpenOptions options)
            throws IOException {
        try {
            Optional<Blob> manifest = store.find(ManifestArchive.MANIFEST);
            if (manifest.isPresent()) {
                return new ManifestArchive(store, reference, options).open(manifest.get());
            }
            Optional<Blob> repositories = store.find(LegacyArchive.REPOSITORIES);
            if (repositories.isPresent()) {
                return new LegacyArchive(store, reference, options).open(repositories.get());
            }
            throw notAnArchive(store);
        } catch (IOException | RuntimeException failure) {
            store.close();
            throw failure;
        }
    }

    private static ImageFormatException notAnArchive(BlobStore store) throws IOException {
        if (store.find("index.json").isPresent()) {
            return new ImageFormatException(
                    store.where() + " holds an OCI layout; open it as oci-archive:");
        }
        List<Problem> problems = store.problems();
        String why = problems.isEmpty() ? "" : " (" + problems.getFirst().reason() + ")";
        return new ImageFormatException(
                store.where()
                        + " holds neither manifest.json nor repositories, so it is no archive of"
                        + " docker save"
                        + why);
    }
}
