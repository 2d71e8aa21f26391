package io.plimsoll.engine;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Limits;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Docker archives of a few layers, and scans of them.
final class Images {
    static final String STATUS = "var/lib/dpkg/status";
    static final String OS_RELEASE = "ID=debian\nVERSION_ID=12\nPRETTY_NAME=\"Debian 12\"\n";

    private Images() {}

    /// A dpkg database of packages written `name version`.
    static String status(String... packages) {
        StringBuilder text = new StringBuilder();
        for (String each : packages) {
            int space = each.indexOf(' ');
            text.append("Package: ").append(each, 0, space).append('\n');
            text.append("Status: install ok installed\nArchitecture: amd64\n");
            text.append("Version: ").append(each.substring(space + 1)).append("\n\n");
        }
        return text.toString();
    }

    static String npm(String name, String version) {
        return "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"}";
    }

    static ImageBuilder image(TarBuilder... layers) {
        ImageBuilder builder = new ImageBuilder();
        for (TarBuilder layer : layers) {
            builder.layer(layer);
        }
        return builder;
    }

    static Path write(Path file, TarBuilder... layers) throws IOException {
        return Files.write(file, TarBuilder.of(DockerArchives.manifest(image(layers))));
    }

    static ScanOptions options(Optional<Path> cache) {
        return new ScanOptions(
                Path.of("no-store"),
                cache,
                Limits.standard(),
                Optional.empty(),
                Access.FILES_ONLY,
                LocalDate.of(2026, 11, 24),
                "test");
    }

    static ScannedTarget read(String target) throws IOException, InterruptedException {
        return new Scanner(options(Optional.empty()), Progress.SILENT).read(Target.parse(target));
    }

    static ScannedTarget read(Path folder, TarBuilder... layers)
            throws IOException, InterruptedException {
        return read("docker-archive:" + write(folder.resolve("image.tar"), layers));
    }

    static ScannedTarget read(Path folder, Scope scope, TarBuilder... layers)
            throws IOException, InterruptedException {
        Path archive = write(folder.resolve("image.tar"), layers);
        return new Scanner(options(Optional.empty()).withScope(scope), Progress.SILENT)
                .read(Target.parse("docker-archive:" + archive));
    }

    /// The packages as `type name version`, sorted.
    static List<String> packages(ScannedTarget target) {
        return target.inventory().packages().stream()
                .map(each ->
                        each.record().type().purlType()
                                + " "
                                + each.record().fullName()
                                + " "
                                + each.record().version())
                .sorted()
                .toList();
    }

    static InstalledPackage named(ScannedTarget target, String name) {
        return target.inventory().packages().stream()
                .filter(each -> each.record().fullName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no package " + name));
    }

    /// The number of the layer, from 1, that a package is attributed to.
    static int layerOf(ScannedTarget target, String name) {
        Optional<io.plimsoll.model.Digest> diffId = named(target, name).layer();
        return 1
                + target.description().layers().stream()
                        .map(io.plimsoll.model.TargetDescription.LayerSummary::diffId)
                        .toList()
                        .indexOf(diffId);
    }
}
