package io.plimsoll.acceptance;

import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// An image with secrets in every position, put together by skopeo and umoci: in the first, a middle and
/// the last layer, in files that later layers delete and replace, in a variable, a label and the history.
final class PlantedImage {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Path folder;
    private final Random random = new Random(7);

    private PlantedImage(Path folder) {
        this.folder = folder;
    }

    /// Writes `image.tar`, `oci/` and, as a container would see it, `bundle/rootfs`.
    static PlantedImage in(Path folder) throws IOException, InterruptedException {
        PlantedImage image = new PlantedImage(folder);
        image.write();
        return image;
    }

    private void write() throws IOException, InterruptedException {
        Program tools = new Program(folder);
        List<String> layers =
                List.of(
                        layer(
                                "first",
                                new TarBuilder()
                                        .file("etc/os-release", Examples.OS_RELEASE)
                                        .file("var/lib/dpkg/status", Examples.STATUS)
                                        .file("etc/shadow", "root:*:1:0:99999:7:::\napp::1:0::::\n")
                                        .file("srv/first.conf", "token = " + github() + "\n")
                                        .file("srv/gone/key.pem", key())
                                        .file("srv/changed.env", "TOKEN=" + github() + "\n")),
                        layer(
                                "middle",
                                new TarBuilder()
                                        .file("srv/middle.json", "{\"t\":\"" + github() + "\"}")
                                        .file("srv/wide.txt", wide("key=" + github()))
                                        .file("srv/tool", new byte[] {1}, 04755)),
                        layer(
                                "last",
                                new TarBuilder()
                                        .file("srv/changed.env", "TOKEN=\n")
                                        .file("srv/last.py", "# " + github() + "\n")
                                        .whiteout("srv/gone")));
        tools.lines("skopeo", "copy", "tarball:" + String.join(":", layers), "oci:oci:1");
        tools.lines(
                "umoci",
                "config",
                "--image",
                "oci:1",
                "--config.env",
                "API_TOKEN=" + github(),
                "--config.label",
                "note=" + github(),
                "--history.created_by",
                "RUN |1 TOKEN=" + github() + " /bin/sh -c make # buildkit");
        tools.lines("skopeo", "copy", "oci:oci:1", "docker-archive:image.tar:example/planted:1");
        tools.lines("umoci", "unpack", "--image", "oci:1", "bundle");
    }

    private String layer(String name, TarBuilder tar) throws IOException {
        return Files.write(folder.resolve(name + ".tar"), tar.build()).toString();
    }

    /// Made when the test runs, so that no file of the project holds what looks like one.
    private String github() {
        return "ghp_" + made(36);
    }

    private String key() {
        String line = made(64) + "\n";
        return "-----BEGIN " + "PRIVATE KEY-----\n" + line + line + "-----END PRIVATE KEY-----\n";
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private String made(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
