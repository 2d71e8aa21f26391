package io.plimsoll.acceptance;

import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An image whose layers delete, hide and bring back: whiteouts of files and folders, opaque folders,
/// hard links, names beyond ASCII.
final class MarksImage {
    static final String NAME = "example/marks:2";

    private MarksImage() {}

    /// Where the packages lie that the layers leave.
    static List<String> left() {
        return List.of(
                path("app", "lodash"),
                path("deleted", "axios"),
                path("hidden", "moment"),
                path("kept", "lodash"),
                path("kept", "minimist"));
    }

    /// Writes the image as a docker archive.
    static void write(Path file) throws IOException {
        LayerTar base = new LayerTar();
        base.file("etc/os-release", Examples.OS_RELEASE);
        base.file("var/lib/dpkg/status", Examples.STATUS);
        for (String path : List.of("app", "hidden", "deleted", "kept", "größe/日本")) {
            base.module(path, "lodash", "4.17.15");
            base.module(path, "minimist", "1.2.0");
        }
        base.executables("usr/bin/one", "usr/bin/two");
        LayerTar above = new LayerTar();
        above.opaque("hidden/node_modules");
        above.module("hidden", "moment", "2.29.1");
        above.whiteout("deleted");
        above.whiteout("app/node_modules/minimist");
        above.opaque("größe/日本");
        above.whiteout("usr/bin/one");
        LayerTar top = new LayerTar();
        top.module("deleted", "axios", "0.21.0");
        top.executables("opt/a", "opt/b");
        ImageBuilder image =
                new ImageBuilder()
                        .layer(base.tar.build(), "base")
                        .layer(above.tar.build(), "above")
                        .layer(top.tar.build(), "top")
                        .tag(NAME);
        Files.write(file, TarBuilder.of(DockerArchives.manifest(image)));
    }

    private static String path(String folder, String name) {
        return "/" + folder + "/node_modules/" + name + "/package.json";
    }

    /// A layer as engines want it: each folder once, before what is in it.
    private static final class LayerTar {
        private final TarBuilder tar = new TarBuilder();
        private final Set<String> folders = new HashSet<>();

        void file(String path, String content) {
            foldersOf(path);
            tar.file(path, content);
        }

        void module(String folder, String name, String version) {
            file(
                    path(folder, name).substring(1),
                    "{\"name\": \"" + name + "\", \"version\": \"" + version + "\"}\n");
        }

        void executables(String path, String link) {
            foldersOf(path);
            tar.file(path, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, 0755);
            tar.hardlink(link, path, 0755);
        }

        void whiteout(String path) {
            foldersOf(path);
            tar.whiteout(path);
        }

        void opaque(String folder) {
            foldersOf(folder + "/.");
            tar.opaque(folder);
        }

        private void foldersOf(String path) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                String folder = path.substring(0, slash);
                if (folders.add(folder)) {
                    tar.directory(folder);
                }
            }
        }
    }
}
