package io.plimsoll.daemon.docker;

import io.plimsoll.image.Attachments;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.Layer;
import io.plimsoll.model.Problem;
import java.util.List;
import java.util.Optional;

/// An image of an engine, with what the engine says of it.
///
/// @param content closed with the image; empty where the layers are folders
record EngineImage(
        ImageDescription description,
        List<Layer> layers,
        List<Problem> problems,
        Optional<Image> content)
        implements Image {
    EngineImage {
        layers = List.copyOf(layers);
        problems = List.copyOf(problems);
    }

    @Override
    public Attachments attachments() {
        return content.map(Image::attachments).orElse(Attachments.NONE);
    }

    @Override
    public void close() {
        content.ifPresent(Image::close);
    }
}
