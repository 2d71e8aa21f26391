package io.plimsoll.engine;

import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.feeds.StoreBuilder;
import io.plimsoll.model.ScanReport;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An index of base images and a store to judge them by, in a folder.
final class Bases {
    private static final String OLD = "bash 5.1-1";
    private static final String NEW = "bash 5.2-1";

    private final Path folder;

    private Bases(Path folder) {
        this.folder = folder;
    }

    /// With a store in which bash below 5.2 on Debian 12 has a hole, zlib 1.0 on Debian 13 another.
    static Bases in(Path folder) throws IOException {
        Path feeds = folder.resolve("feeds");
        write(
                feeds.resolve("osv/Debian/1.json"),
                advisory("CVE-2026-1", "Debian:12", "bash", "5.2-1"));
        write(
                feeds.resolve("osv/Debian/2.json"),
                advisory("CVE-2026-2", "Debian:13", "zlib", "1.1"));
        write(
                feeds.resolve("eol/debian.json"),
                """
                [{"cycle": "13", "eol": "2028-08-09"}, {"cycle": "12", "eol": "2027-06-10"},
                 {"cycle": "10", "eol": "2022-09-10"}]\
                """);
        write(
                feeds.resolve("official-images/library.tsv"),
                """
                image\ttags\tshared_tags\tarchitectures\tfrom\tos_base
                debian\t12.15 12 bookworm\t\tamd64\t\tdebian:bookworm
                debian\t13.6 13 trixie\t\tamd64\t\tdebian:trixie
                debian\tforky\t\tamd64\t\tdebian:forky
                """);
        new StoreBuilder(feeds, Set.of(), problem -> {})
                .build(folder.resolve("store"), Instant.EPOCH);
        return new Bases(folder);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String advisory(String id, String ecosystem, String name, String fixed) {
        return """
        {"id": "%s", "modified": "2026-01-01T00:00:00Z",
         "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
         "affected": [{"package": {"ecosystem": "%s", "name": "%s"},
          "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "%s"}]}]}]}
        """
                .formatted(id, ecosystem, name, fixed);
    }

    ScanOptions options() {
        ScanOptions plain = Images.options(Optional.empty());
        return new ScanOptions(
                        folder.resolve("store"),
                        Optional.empty(),
                        plain.limits(),
                        plain.platform(),
                        plain.access(),
                        plain.today(),
                        plain.toolVersion())
                .withBases(folder.resolve("bases"));
    }

    /// A layer with a Debian of one release and a few packages.
    static TarBuilder debian(String release, String... packages) {
        return new TarBuilder()
                .file(
                        "etc/os-release",
                        "ID=debian\nVERSION_ID=%s\nPRETTY_NAME=\"Debian %s\"\n"
                                .formatted(release, release))
                .file(Images.STATUS, Images.status(packages));
    }

    /// Debian 12 with the hole in bash.
    static ImageBuilder old() {
        return new ImageBuilder()
                .layer(debian("12", OLD, "libc6 2.36-9", "zlib 1.0").build(), "# debian.sh 12")
                .created("2026-01-01T00:00:00Z")
                .tag("debian:12");
    }

    /// Debian 12 without it.
    static ImageBuilder mended() {
        return new ImageBuilder()
                .layer(debian("12", NEW, "libc6 2.36-9", "zlib 1.0").build(), "# debian.sh 12")
                .created("2026-03-01T00:00:00Z")
                .tag("debian:12");
    }

    /// Debian 13, with a hole of its own.
    static ImageBuilder next() {
        return new ImageBuilder()
                .layer(debian("13", "bash 5.3-1", "zlib 1.0").build(), "# debian.sh 13")
                .created("2026-03-01T00:00:00Z")
                .tag("debian:13");
    }

    /// Something that was built on an image: a package of the system and one of npm.
    static ImageBuilder upon(ImageBuilder base, String bash) {
        return base.layer(
                        debian("12", bash, "curl 7.88-1", "libc6 2.36-9", "zlib 1.0").build(),
                        "RUN apt-get install curl")
                .layer(
                        new TarBuilder()
                                .file("app/node_modules/a/package.json", Images.npm("a", "1.0.0"))
                                .build(),
                        "COPY app /app");
    }

    static ImageBuilder app() {
        return upon(old(), OLD);
    }

    Path write(String name, ImageBuilder image) throws IOException {
        return Files.write(
                folder.resolve(name + ".tar"), TarBuilder.of(DockerArchives.manifest(image)));
    }

    IndexedImage index(String name, ImageBuilder image) throws IOException, InterruptedException {
        Path archive = write(name, image);
        return new BaseIndexer(options(), Progress.SILENT)
                .add(Target.parse("docker-archive:" + archive), List.of(), List.of(), List.of());
    }

    ScanReport scan(ImageBuilder image) throws IOException, InterruptedException {
        return scan(options(), image);
    }

    ScanReport scan(ScanOptions options, ImageBuilder image)
            throws IOException, InterruptedException {
        Path archive = write("app", image);
        return new Scanner(options, Progress.SILENT)
                .scan(Target.parse("docker-archive:" + archive));
    }
}
