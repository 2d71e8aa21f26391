package io.plimsoll.engine;

import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.image.source.ImageSources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Images that lie at a path.
///
/// @param kind of {@link ImageSources}
record PathSource(String kind) implements ImageKind.Source {
    @Override
    public Image open(String reference, OpenOptions open, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        return ImageSources.open(kind, Path.of(reference), open);
    }

    @Override
    public List<Platform> platforms(
            String reference, OpenOptions open, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        return ImageSources.platforms(kind, Path.of(reference), open);
    }
}
