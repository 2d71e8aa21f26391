package io.plimsoll.image.store;

import io.plimsoll.image.layer.Blob;
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

    /// What is wrong with the store itself.
    List<Problem> problems();

    @Override
    void close();
}
