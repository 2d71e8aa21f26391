package io.plimsoll.image.store;

import io.plimsoll.image.Attachments;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.Layer;
import io.plimsoll.model.Problem;
import java.util.List;

/// An image whose layers lie in a store.
public final class StoredImage implements Image {
    private final ImageDescription description;
    private final List<Layer> layers;
    private final List<Problem> problems;
    private final Attachments attachments;
    private final BlobStore store;

    /// An image that closes its store with itself.
    public StoredImage(
            ImageDescription description,
            List<Layer> layers,
            List<Problem> problems,
            Attachments attachments,
            BlobStore store) {
        this.description = description;
        this.layers = List.copyOf(layers);
        this.problems = problems.stream().sorted().toList();
        this.attachments = attachments;
        this.store = store;
    }

    @Override
    public ImageDescription description() {
        return description;
    }

    @Override
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Attachments attachments() {
        return attachments;
    }

    @Override
    public void close() {
        store.close();
    }
}
