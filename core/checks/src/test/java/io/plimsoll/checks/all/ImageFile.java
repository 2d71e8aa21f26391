package io.plimsoll.checks.all;

import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.facts.LayerExaminer;
import io.plimsoll.checks.facts.LayerFacts;
import io.plimsoll.checks.secrets.Samples;
import io.plimsoll.checks.secrets.SecretDetector;
import io.plimsoll.checks.stack.LayerStack;
import io.plimsoll.image.Image;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerResult;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.source.ImageSources;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image as a text describes it, written as an archive of Docker and read again the way a scan does.
///
/// A line is one of: `user`, `env`, `label`, `expose`, `volume`, `healthcheck`, `tag`, `command`, `created` and a
/// value; `owned PATH PACKAGE`; `history` or `layer` and the step; then what the layer holds:
/// `file PATH [mode=…] [mtime=…]` with its content in lines behind `| `, `fill PATH BYTES`,
/// `dir PATH mode=…`, `whiteout PATH`, `opaque PATH`. `{{rule}}` stands for a secret.
final class ImageFile {
    private final ImageText text = new ImageText();
    private final Map<String, String> owners = new HashMap<>();

    private ImageFile(List<String> lines) {
        for (String line : lines) {
            line(line);
        }
    }

    /// The image that a file describes.
    static CheckedImage read(Path file) {
        try {
            return new ImageFile(Files.readAllLines(file)).checked();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void line(String line) {
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line : line.substring(0, blank);
        String rest = blank < 0 ? "" : line.substring(blank + 1);
        if (word.equals("owned")) {
            String[] parts = rest.split(" ", 2);
            owners.put(parts[0], parts[1]);
        } else {
            text.add(word, filled(rest));
        }
    }

    private static String filled(String text) {
        int start = text.indexOf("{{");
        int end = text.indexOf("}}");
        return start < 0
                ? text
                : text.substring(0, start)
                        + Samples.of(text.substring(start + 2, end))
                        + text.substring(end + 2);
    }

    private CheckedImage checked() throws IOException, InterruptedException {
        Path archive = Files.createTempFile("plimsoll-checks", ".tar");
        try {
            Files.write(archive, text.archive());
            try (Image image =
                    ImageSources.open("docker-archive", archive, OpenOptions.standard())) {
                return checked(image);
            }
        } finally {
            Files.delete(archive);
        }
    }

    private CheckedImage checked(Image image) throws IOException, InterruptedException {
        SecretDetector detector = SecretDetector.standard();
        List<LayerFacts> facts = new ArrayList<>();
        List<Optional<Digest>> ids = new ArrayList<>();
        for (Layer layer : image.layers()) {
            LayerExaminer examiner = new LayerExaminer(detector, Limits.standard(), entry -> {});
            LayerResult result = layer.read(examiner, bytes -> {});
            ids.add(result.diffId());
            facts.add(examiner.facts());
        }
        return new CheckedImage(
                Optional.of(image.description().config()),
                Map.of(),
                image.description().tags(),
                ids,
                new LayerStack(facts),
                path -> Optional.ofNullable(owners.get(path)),
                detector,
                true);
    }
}
