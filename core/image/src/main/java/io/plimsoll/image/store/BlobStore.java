package io.plimsoll.image.store;

import io.plimsoll.image.layer.Blob;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Blobs by their path in an archive or a folder.
public interface BlobStore extends AutoCloseable {
    /// The archive or folder, for messages.
    String where();

    /// The blob with a path such as `blobs/sha256/…`, links inside the store followed. Nothing where
    /// there is none, or a link leaves the store.
    Optional<Blob> find(String path) throws IOException;

    /// The manifest that a tag beside the image leads to, such as `sha256-….sig`; nothing where there is
    /// none, or the store keeps no tags but those in its index.
    ///
    /// @throws IOException if it did not come
    default Optional<Blob> tagged(String tag) throws IOException {
        return Optional.empty();
    }

    /// The list of manifests that refer to another, an index; nothing where there is none, or the store
    /// keeps no such lists.
    ///
    /// @throws IOException if it did not come
    default Optional<Blob> referrers(Digest subject) throws IOException {
        return Optional.empty();
    }

    /// What is wrong with the store itself.
    List<Problem> problems();

    @Override
    void close();
}
