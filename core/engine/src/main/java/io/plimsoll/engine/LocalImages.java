package io.plimsoll.engine;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.AtomicFile;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.daemon.Environment;
import io.plimsoll.daemon.docker.EngineImages;
import io.plimsoll.daemon.docker.EngineKind;
import io.plimsoll.daemon.docker.ImageEvents;
import io.plimsoll.daemon.docker.ListedImage;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The images of a local engine, each with its summary.
///
/// A summary is kept under the image's id, the advisory data, the day and the version of this program:
/// an engine gives another content another id. It is a line in a list, no report: `scan` reads the
/// layers themselves.
public final class LocalImages {
    private final EngineKind kind;
    private final ScanOptions options;
    private final Progress progress;
    private final EngineImages engine;

    public LocalImages(EngineKind kind, ScanOptions options, Progress progress) {
        this.kind = kind;
        this.options = options;
        this.progress = progress;
        this.engine =
                new EngineImages(
                        kind,
                        options.access().engines(),
                        Environment.of(options.access().environment()),
                        progress::notice);
    }

    /// An image and what is known of it.
    ///
    /// @param engine `docker` or `podman`
    /// @param summary empty where it could not be read
    /// @param failure why it could not be read; empty where it could
    public record Summarized(
            String engine, ListedImage image, Optional<ImageSummary> summary, String failure) {}

    /// All images with their summaries, those that are new to the cache read first.
    ///
    /// @throws io.plimsoll.daemon.EngineException if there is no engine, or it refuses
    /// @throws io.plimsoll.advisory.AdvisoryStoreException if the advisory data cannot be used
    /// @throws InterruptedException if the thread was interrupted
    public List<Summarized> summaries() throws IOException, InterruptedException {
        List<ListedImage> listed = engine.list();
        List<Summarized> all = new ArrayList<>();
        String data = dataKey();
        try (AdvisoryStore store = AdvisoryStore.open(options.store())) {
            for (ListedImage image : listed) {
                all.add(summarized(image, store, data));
            }
        }
        return all;
    }

    /// Listens to what happens to the images.
    public ImageEvents events() throws IOException {
        return engine.events();
    }

    private Summarized summarized(ListedImage image, AdvisoryStore store, String data)
            throws InterruptedException {
        Optional<Path> file = file(image, data);
        Optional<ImageSummary> known = file.flatMap(LocalImages::read);
        if (known.isPresent()) {
            return new Summarized(kind.word(), image, known, "");
        }
        try {
            progress.notice("reading " + name(image));
            Scanner scanner = new Scanner(options, progress);
            ScanReport report =
                    scanner.judge(scanner.read(new Target(kind.word(), image.id())), store);
            ImageSummary summary = ImageSummary.of(report);
            if (file.isPresent() && report.complete()) {
                keep(file.get(), summary);
            }
            return new Summarized(
                    kind.word(),
                    image,
                    Optional.of(summary),
                    report.complete() ? "" : "a part of it could not be read");
        } catch (IOException | IllegalArgumentException unreadable) {
            String why = String.valueOf(unreadable.getMessage());
            return new Summarized(kind.word(), image, Optional.empty(), why);
        }
    }

    private static String name(ListedImage image) {
        return image.names().isEmpty() ? image.id() : image.names().getFirst();
    }

    private static Optional<ImageSummary> read(Path file) {
        try {
            return Optional.of(SummaryCodec.decode(Files.readAllBytes(file)));
        } catch (IOException | DateTimeException absentOrDamaged) {
            return Optional.empty();
        }
    }

    private static void keep(Path file, ImageSummary summary) {
        try {
            Files.createDirectories(file.getParent());
            byte[] bytes = SummaryCodec.encode(summary);
            AtomicFile.write(file, out -> out.write(bytes));
        } catch (IOException notWritable) {
            // The next call reads the image again.
        }
    }

    private Optional<Path> file(ListedImage image, String data) {
        String hex = LayerCache.hex((image.id() + "\n" + data).getBytes(StandardCharsets.UTF_8));
        return options.cache()
                .flatMap(folder -> CacheFolder.open(CacheContent.layers(folder)))
                .map(folder -> folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2)));
    }

    /// What a summary depends on beside the image.
    private String dataKey() throws IOException {
        Path index = options.store().resolve(StoreIndex.FILE_NAME);
        byte[] bytes = Files.exists(index) ? Files.readAllBytes(index) : new byte[0];
        return "summary/"
                + SummaryCodec.VERSION
                + "\n"
                + options.toolVersion()
                + "\n"
                + options.today()
                + "\n"
                + LayerCache.hex(bytes)
                + "\n"
                + basesChanged();
    }

    /// When an entry came into the index of base images, or left it; empty where there is none.
    private String basesChanged() throws IOException {
        Optional<Path> bases = options.bases().filter(Files::isDirectory);
        return bases.isEmpty() ? "" : Files.getLastModifiedTime(bases.get()).toString();
    }
}
