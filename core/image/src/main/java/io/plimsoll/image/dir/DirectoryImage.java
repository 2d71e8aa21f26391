package io.plimsoll.image.dir;

import io.plimsoll.image.Image;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.Layer;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A root file system or a folder, as an image of one layer without a diff id.
public final class DirectoryImage implements Image {
    private final ImageDescription description;
    private final List<Layer> layers;

    private DirectoryImage(ImageDescription description, Layer layer) {
        this.description = description;
        this.layers = List.of(layer);
    }

    /// Opens a folder; nothing is read until its layer is.
    ///
    /// @throws ImageNotFoundException if there is no such folder
    public static DirectoryImage open(Path root, OpenOptions options)
            throws ImageNotFoundException {
        if (!Files.isDirectory(root)) {
            String what = Files.exists(root) ? "is not a folder" : "does not exist";
            throw new ImageNotFoundException("'" + root + "' " + what + "; dir: takes a folder");
        }
        ImageDescription description =
                new ImageDescription(
                        "dir",
                        root.toString(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        "",
                        0,
                        Optional.empty(),
                        ImageConfig.EMPTY);
        return new DirectoryImage(description, new DirectoryLayer(root, options.limits()));
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
        return List.of();
    }

    @Override
    public void close() {
        // Files are opened and closed entry by entry.
    }
}
