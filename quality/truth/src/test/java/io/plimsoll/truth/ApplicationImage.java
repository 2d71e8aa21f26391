package io.plimsoll.truth;

import io.plimsoll.model.Digest;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An image of three applications, installed by their own package managers: npm, pip, and jars of
/// Maven Central inside the archives that a build packs them into. One layer each.
final class ApplicationImage {
    private final List<byte[]> layers;

    private ApplicationImage(List<byte[]> layers) {
        this.layers = layers;
    }

    /// @param folder takes what the package managers install
    static ApplicationImage build(Path folder) throws IOException, InterruptedException {
        return new ApplicationImage(List.of(npm(folder), python(folder), java()));
    }

    Path write(Path file) throws IOException {
        ImageBuilder image = new ImageBuilder();
        image.layer(layers.get(0), "RUN npm install");
        image.layer(layers.get(1), "RUN pip install");
        image.layer(layers.get(2), "COPY target/*.ear target/*.jar /srv/");
        return Files.write(file, TarBuilder.of(DockerArchives.manifest(image)));
    }

    /// The diff id of a layer, from 0.
    Digest diffId(int layer) {
        return ImageBuilder.digest(layers.get(layer));
    }

    private static byte[] npm(Path folder) throws IOException, InterruptedException {
        Path app = Files.createDirectories(folder.resolve("npm"));
        Tool.run(
                folder,
                List.of(
                        "npm",
                        "install",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        app.toString(),
                        "lodash@4.17.15",
                        "minimist@1.2.0"),
                "",
                "npm");
        return tree(app, "srv/npm");
    }

    private static byte[] python(Path folder) throws IOException, InterruptedException {
        Path app = folder.resolve("python");
        Tool.run(
                folder,
                List.of(
                        "python3",
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--no-compile",
                        "--target",
                        app.toString(),
                        "Django==3.2"),
                "",
                "python3-pip");
        return tree(app, "srv/python");
    }

    /// `app.ear` with a jar in a war, `boot.jar` with a stored and a deflated jar.
    private static byte[] java() throws IOException {
        byte[] war =
                archive(
                        ZipEntry.DEFLATED,
                        "WEB-INF/lib/log4j-core-2.14.1.jar",
                        "log4j-core-2.14.1");
        byte[] ear = archive(ZipEntry.STORED, Map.of("web.war", war));
        byte[] inner =
                archive(
                        ZipEntry.DEFLATED,
                        "BOOT-INF/lib/jackson-databind-2.9.8.jar",
                        "jackson-databind-2.9.8");
        Map<String, byte[]> boot = new LinkedHashMap<>();
        boot.put("BOOT-INF/lib/spring-beans-5.3.17.jar", realJar("spring-beans-5.3.17"));
        boot.put("lib/inner.jar", inner);
        return new TarBuilder()
                .file("srv/app.ear", ear)
                .file("srv/boot.jar", archive(ZipEntry.STORED, boot))
                .build();
    }

    private static byte[] archive(int method, String entry, String jar) throws IOException {
        return archive(method, Map.of(entry, realJar(jar)));
    }

    private static byte[] archive(int method, Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(method);
                CRC32 checksum = new CRC32();
                checksum.update(file.getValue());
                entry.setCrc(checksum.getValue());
                entry.setSize(file.getValue().length);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] realJar(String name) throws IOException {
        return Files.readAllBytes(Path.of("target", "real-jars", name + ".jar"));
    }

    /// A layer of all the files below a folder.
    private static byte[] tree(Path root, String target) throws IOException {
        TarBuilder layer = new TarBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> layer.file(target + "/" + root.relativize(file), bytes(file)));
        }
        return layer.build();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
