package io.plimsoll.fuzz;

import io.plimsoll.engine.FactsFuzz;
import io.plimsoll.testkit.AttestedImages;
import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Inputs that are made here.
final class MadeSeeds {
    private static final Path STORE = Path.of("../../data/advisories");
    private static final String STATUS =
            """
            Package: a
            Status: install ok installed
            Version: 1:2.3-4
            Architecture: all
            Source: b (1)
            Depends: c

            """;

    private MadeSeeds() {}

    static List<byte[]> of(String target) throws IOException {
        if (target.startsWith("blob-")) {
            String name = target.substring("blob-".length()).toUpperCase(Locale.ROOT);
            BlobCompression compression = BlobCompression.valueOf(name);
            return List.of(
                    compression.compress(tar().build()),
                    compression.compress("a".repeat(10_000).getBytes(StandardCharsets.UTF_8)),
                    compression.compress(new byte[0]));
        }
        return switch (target) {
            case "tar", "layer", "layer-facts" ->
                    List.of(tar().build(), tar().gnu().file("a", "b").build());
            case "docker-archive" ->
                    List.of(
                            TarBuilder.of(DockerArchives.manifest(image())),
                            TarBuilder.of(DockerArchives.legacy(image())));
            case "oci-archive" -> List.of(TarBuilder.of(new OciLayouts().add(image()).files()));
            case "oci-index" -> List.of(index());
            case "rpm-header" -> List.of(rpmHeader());
            case "layer-cache" -> List.of(new byte[64]);
            case "facts-cache" -> List.of(factsCache());
            case "secrets", "accounts" ->
                    ChecksTarget.seeds(target).stream()
                            .map(text -> text.getBytes(StandardCharsets.UTF_8))
                            .toList();
            case "advisory-segment", "advisory-facts" -> StoreSegments.small();
            case "advisory-patch" -> StoreSegments.patches();
            case "advisory-index", "patch-route" ->
                    List.of(Files.readAllBytes(STORE.resolve("index.json")));
            case "provenance" ->
                    List.of(
                            AttestedImages.statement("max"),
                            AttestedImages.statement("max-v02"),
                            AttestedImages.statement("min-syntax"));
            case "image-signature" -> signatures();
            case "registry" -> RegistrySeeds.registry();
            case "bbolt" -> RegistrySeeds.changes();
            case "native-program" ->
                    List.of(
                            Files.readAllBytes(
                                    Path.of(System.getProperty("java.home"), "bin", "java")));
            case "trusted-keys", "pem" -> RegistrySeeds.keys();
            default -> texts(target);
        };
    }

    private static List<byte[]> signatures() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(AttestedImages.file("blob-p256.json"));
        AttestedImages.members("signed-all.tar").values().stream()
                .filter(MadeSeeds::isSignature)
                .forEach(seeds::add);
        return seeds;
    }

    private static boolean isSignature(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.contains("docker-manifest-digest") || text.contains("dsseEnvelope");
    }

    private static List<byte[]> texts(String target) {
        return TextSeeds.of(target).stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] factsCache() throws IOException {
        try {
            return FactsFuzz.cacheSeed(
                    tar().file("etc/passwd", "a::0:0::/:/bin/sh\n")
                            .file("srv/key", ChecksTarget.seeds("secrets").getFirst())
                            .file("srv/tool", new byte[] {1}, 06777)
                            .build());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static TarBuilder tar() {
        return new TarBuilder()
                .directory("etc")
                .file("etc/os-release", "ID=debian\nVERSION_ID=12\n")
                .file("var/lib/dpkg/status", STATUS)
                .file("app/node_modules/l/package.json", "{\"name\":\"l\",\"version\":\"1.0.0\"}")
                .symlink("etc/link", "../usr/lib/os-release")
                .hardlink("etc/hard", "etc/os-release")
                .file("a".repeat(120) + "/" + "b".repeat(120), "long")
                .file("pax", new byte[] {1}, Map.of("SCHILY.xattr.user.a", "b"))
                .whiteout("usr/gone")
                .opaque("opt")
                .fifo("run/fifo")
                .device("dev/null", 1, 3)
                .rawHeader("sparse", 'S', "00000000000", "");
    }

    private static ImageBuilder image() {
        return new ImageBuilder().layer(tar()).tag("example.org/a:1").label("a", "b");
    }

    private static byte[] index() {
        return new OciLayouts().add(image()).files().getOrDefault("index.json", new byte[0]);
    }

    /// A header of one string tag, the name.
    private static byte[] rpmHeader() {
        return java.nio.ByteBuffer.allocate(8 + 16 + 4)
                .putInt(1)
                .putInt(4)
                .putInt(1000)
                .putInt(6)
                .putInt(0)
                .putInt(1)
                .put("abc\0".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
