package io.plimsoll.acceptance;

import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Images of one good layer, a Debian with one package, and a bad one above it.
final class HostileImages {
    static final String OS_RELEASE = "etc/os-release";
    static final String STATUS = "var/lib/dpkg/status";

    private HostileImages() {}

    static TarBuilder good() {
        return new TarBuilder().file(OS_RELEASE, Examples.OS_RELEASE).file(STATUS, Examples.STATUS);
    }

    /// A good layer and others above it, as `docker save` writes them.
    static String above(Path folder, byte[]... layers) throws IOException {
        ImageBuilder image = new ImageBuilder().layer(good());
        for (byte[] layer : layers) {
            image.layer(layer, "RUN evil");
        }
        return archive(folder, image);
    }

    /// A layer that is the whole image.
    static String alone(Path folder, byte[] layer) throws IOException {
        return archive(folder, new ImageBuilder().layer(layer, "RUN evil"));
    }

    /// A file above the good layer.
    static String file(Path folder, String path, byte[] content) throws IOException {
        return above(folder, new TarBuilder().file(path, content).build());
    }

    private static String archive(Path folder, ImageBuilder image) throws IOException {
        Path file = folder.resolve("image.tar");
        Files.write(file, TarBuilder.of(DockerArchives.manifest(image)));
        return "docker-archive:" + file;
    }
}
