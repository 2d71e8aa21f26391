package io.plimsoll.engine;

import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// An image of two layers, the upper of which holds other bytes than its configuration promises.
final class WrongDigests {
    private WrongDigests() {}

    static Path archive(Path file) throws IOException {
        ImageBuilder image =
                Images.image(
                        new TarBuilder().file(Images.STATUS, Images.status("bash 5.2")),
                        new TarBuilder()
                                .file("app/node_modules/a/package.json", Images.npm("a", "1.0.0")));
        Map<String, byte[]> files = new LinkedHashMap<>(DockerArchives.manifest(image));
        String upper = ImageBuilder.digest(image.layers().getLast()).hex() + "/layer.tar";
        files.put(
                upper,
                new TarBuilder()
                        .file("app/node_modules/b/package.json", Images.npm("b", "6.6.6"))
                        .build());
        return Files.write(file, TarBuilder.of(files));
    }
}
