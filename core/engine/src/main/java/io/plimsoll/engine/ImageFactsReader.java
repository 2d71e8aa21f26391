package io.plimsoll.engine;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.base.Attribution;
import io.plimsoll.base.HistoryEntry;
import io.plimsoll.catalog.PackageNeeds;
import io.plimsoll.catalog.apk.ApkNeeds;
import io.plimsoll.catalog.dpkg.DpkgNeeds;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerResult;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/// Reads an image and holds it against its Dockerfile.
public final class ImageFactsReader {
    private final ScanOptions options;
    private final DockerfileOption dockerfile;
    private final Progress progress;

    /// @param options with the Dockerfile of the image
    /// @throws IllegalArgumentException if they have none
    public ImageFactsReader(ScanOptions options, Progress progress) {
        this.options = options;
        this.dockerfile =
                options.dockerfile()
                        .orElseThrow(() ->
                                new IllegalArgumentException("an image needs its Dockerfile"));
        this.progress = progress;
    }

    /// Reads an image.
    ///
    /// @param file the Dockerfile
    /// @throws IOException if the image could not be read, or is not what it promises
    /// @throws IllegalArgumentException if the target is no image with layers
    public ImageFacts read(Target target, Dockerfile file)
            throws IOException, InterruptedException {
        try (Image image = open(target)) {
            ImageScan scan = new ImageScan(options, progress);
            String kind = image.description().kind();
            ScannedTarget read = scan.scan(kind, target.reference(), image);
            if (read.description().layers().isEmpty()) {
                throw new IllegalArgumentException(
                        "--image '" + target.reference() + "' has no layers: an image is wanted");
            }
            if (!read.complete()) {
                throw new IOException(
                        "the image '" + target.reference() + "' could not be read completely");
            }
            progress.phase("reading files");
            FilesVisitor files = new FilesVisitor(scan.owners(image.layers()));
            List<LayerSummary> layers = read.description().layers();
            for (int i = 0; i < layers.size(); i++) {
                files.begin(i, layers.get(i).origin() == Origin.OWN);
                visit(image.layers().get(i), files);
            }
            return new ImageFacts(
                    judged(read),
                    image.description().config(),
                    missingLine(file, image.description(), layers.size()),
                    needs(files),
                    files,
                    files.owners());
        }
    }

    private void visit(Layer layer, FilesVisitor files) throws IOException, InterruptedException {
        LayerResult result = layer.read(files, progress::bytesRead);
        if (!result.verified()) {
            throw new IOException(layer.description().name() + " is not what the image promises");
        }
    }

    private ScanReport judged(ScannedTarget read) throws IOException {
        try (AdvisoryStore store = AdvisoryStore.open(options.store())) {
            return new Scanner(options, progress).judge(read, store);
        }
    }

    private OptionalInt missingLine(Dockerfile file, ImageDescription image, int layers) {
        return Attribution.of(
                        file,
                        dockerfile.file().toString(),
                        new BuildArguments(
                                dockerfile.arguments(), dockerfile.target(), image.platform()),
                        image.config().history().stream()
                                .map(each -> new HistoryEntry(each.createdBy(), each.emptyLayer()))
                                .toList(),
                        layers)
                .missingLine();
    }

    private PackageNeeds needs(FilesVisitor files) throws InterruptedException {
        byte[] status = files.list(FilesVisitor.DPKG_STATUS);
        if (status.length > 0) {
            return DpkgNeeds.read(status, files.list(FilesVisitor.APT_STATES), options.limits());
        }
        byte[] merged = files.list(FilesVisitor.APK_INSTALLED_MERGED);
        byte[] installed = merged.length > 0 ? merged : files.list(FilesVisitor.APK_INSTALLED);
        byte[] world = files.list(FilesVisitor.APK_WORLD);
        return installed.length > 0 && world.length > 0
                ? ApkNeeds.read(installed, world)
                : PackageNeeds.NONE;
    }

    private Image open(Target target) throws IOException, InterruptedException {
        return TargetImage.open(target, options, progress)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--image '" + target.reference() + "' is no image"))
                .image();
    }
}
