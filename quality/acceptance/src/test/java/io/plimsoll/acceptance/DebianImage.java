package io.plimsoll.acceptance;

import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A real Debian 12 with layers on top: made by mmdebstrap, skopeo and umoci, so that no route is
/// read by the same code that wrote it. Made once a run.
final class DebianImage {
    /// The package that a layer removes, the way `dpkg --purge` does.
    static final String REMOVED = "ncurses-base";

    private static final Path FOLDER = Path.of("target", "debian-image").toAbsolutePath();
    private static final DebianImage IMAGE = make();

    private final Path folder;

    private DebianImage(Path folder) {
        this.folder = folder;
    }

    static DebianImage get() {
        return IMAGE;
    }

    Path dockerArchive() {
        return folder.resolve("image.tar");
    }

    /// The root file system below the layers, as a tar archive.
    Path base() {
        return folder.resolve("base.tar");
    }

    Path gzippedDockerArchive() {
        return folder.resolve("image.tar.gz");
    }

    Path ociFolder() {
        return folder.resolve("oci");
    }

    Path ociArchiveWithZstd() {
        return folder.resolve("zstd.tar");
    }

    /// What a container would see: the layers laid over each other.
    Path rootFileSystem() {
        return folder.resolve("bundle").resolve("rootfs");
    }

    /// The packages by `dpkg-query` run inside the image, before any layer on top: name, version,
    /// source, source version, with tabs between them.
    List<String> installedBelow() throws IOException {
        return Files.readAllLines(folder.resolve("installed"), StandardCharsets.UTF_8);
    }

    private static DebianImage make() {
        DebianImage image = new DebianImage(FOLDER);
        try {
            image.build();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return image;
    }

    private void build() throws IOException, InterruptedException {
        Program tools = new Program(Path.of("target").toAbsolutePath());
        tools.lines("rm", "-rf", folder.toString());
        Files.createDirectories(folder);
        Path base = Mmdebstrap.mainSuiteOnly(folder, folder.resolve("installed"));
        Path removal = removal(tools, base);
        Path modules = modules();
        String archive = "docker-archive:" + dockerArchive();
        tools.lines(
                "skopeo",
                "copy",
                "tarball:" + base + ":" + removal + ":" + modules,
                archive + ":example/app:1");
        tools.lines("skopeo", "copy", archive, "oci:" + ociFolder() + ":1");
        tools.lines(
                "skopeo",
                "copy",
                "--dest-compress-format",
                "zstd",
                archive,
                "oci-archive:" + ociArchiveWithZstd() + ":1");
        tools.lines("gzip", "-1", "-k", dockerArchive().toString());
        tools.lines(
                "umoci",
                "unpack",
                "--image",
                ociFolder() + ":1",
                folder.resolve("bundle").toString());
    }

    /// A layer without a package: its stanza is gone from the status file, its files are whited out.
    private Path removal(Program tools, Path base) throws IOException, InterruptedException {
        String status = fileOf(tools, base, "./var/lib/dpkg/status");
        String list = fileOf(tools, base, "./var/lib/dpkg/info/" + REMOVED + ".list");
        String[] stanzas = status.split("\n\n", -1);
        StringBuilder rest = new StringBuilder();
        for (String stanza : stanzas) {
            if (!stanza.isBlank() && !stanza.strip().startsWith("Package: " + REMOVED + "\n")) {
                rest.append(stanza.strip()).append("\n\n");
            }
        }
        TarBuilder layer = new TarBuilder().file("var/lib/dpkg/status", rest.toString());
        layer.whiteout("var/lib/dpkg/info/" + REMOVED + ".list");
        layer.whiteout("var/lib/dpkg/info/" + REMOVED + ".md5sums");
        for (String path : list.lines().toList()) {
            if (path.matches("/lib/terminfo/./.+")) {
                layer.whiteout(path.substring(1));
            }
        }
        return Files.write(folder.resolve("removal.tar"), layer.build());
    }

    /// A layer with npm packages.
    private Path modules() throws IOException {
        TarBuilder layer = new TarBuilder();
        module(layer, "app/node_modules/lodash", "lodash", "4.17.15");
        module(layer, "app/node_modules/minimist", "minimist", "1.2.0");
        module(layer, "app/node_modules/@hapi/hoek", "@hapi/hoek", "8.5.0");
        return Files.write(folder.resolve("modules.tar"), layer.build());
    }

    private static void module(TarBuilder layer, String path, String name, String version) {
        layer.file(
                path + "/package.json",
                "{\"name\": \"" + name + "\", \"version\": \"" + version + "\"}\n");
    }

    private static String fileOf(Program tools, Path tar, String path)
            throws IOException, InterruptedException {
        return tools.run("tar", "xOf", tar.toString(), path).withCode(0).out();
    }
}
