package io.plimsoll.engine;

import io.plimsoll.image.Image;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.registry.ImageReference;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.source.RegistryImages;
import java.io.IOException;
import java.util.List;

/// Images that lie in a registry, unless the network is forbidden.
record RegistrySource() implements ImageKind.Source {
    @Override
    public Image open(String reference, OpenOptions open, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        return images(reference, options, progress).open(reference, open);
    }

    @Override
    public List<Platform> platforms(
            String reference, OpenOptions open, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        return images(reference, options, progress).platforms(reference, open);
    }

    private static RegistryImages images(String reference, ScanOptions options, Progress progress)
            throws ImageNotFoundException {
        if (options.access().offline()) {
            throw new ImageNotFoundException(
                    "--offline forbids to ask the registry for '"
                            + ImageReference.parse(reference)
                            + "'; save the image to an archive and scan that");
        }
        return new RegistryImages(
                options.access().registries(), Patience.standard(), progress::notice);
    }
}
