package io.plimsoll.acceptance;

import static io.plimsoll.acceptance.HostileCase.READ;
import static io.plimsoll.acceptance.HostileTars.text;

import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// OCI layouts whose blobs, digests and sizes are not what they promise.
final class HostileLayouts {
    private static final int MANY = 5_000;
    private static final String FALSE_DIGEST = "sha256:" + "1".repeat(64);

    private HostileLayouts() {}

    static List<HostileCase> all() {
        List<HostileCase> all = new ArrayList<>();
        all.add(HostileCase.of("a wrong diff id", HostileLayouts::wrongDiffId, 3, READ, "diff id"));
        all.add(
                HostileCase.of(
                        "an altered layer", HostileLayouts::alteredLayer, 3, READ, "digest"));
        all.add(
                HostileCase.of(
                        "an altered configuration",
                        altered("\"created\""),
                        3,
                        "damaged or was altered"));
        all.add(
                HostileCase.of(
                        "an altered manifest", altered("\"layers\""), 3, "damaged or was altered"));
        all.add(HostileCase.of("a false size of a layer", HostileLayouts::falseSize, 3, "size"));
        all.add(HostileCase.of("a missing layer", HostileLayouts::missing, 3, READ, "missing"));
        all.add(
                HostileCase.of(
                        "gzip with a flipped bit after the database",
                        damagedGzip(bytes -> flip(bytes, bytes.length - 200)),
                        3,
                        "gzip"));
        all.add(
                HostileCase.of(
                        "gzip with a wrong checksum",
                        damagedGzip(bytes -> flip(bytes, bytes.length - 8)),
                        3,
                        "gzip"));
        all.add(
                HostileCase.of(
                        "gzip that is cut short",
                        damagedGzip(bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                        3,
                        "gzip"));
        all.add(HostileCase.of("5,000 layers", HostileLayouts::layers, 0, READ));
        all.add(HostileCase.of("the same layer 5,000 times", HostileLayouts::sameLayer, 0, READ));
        all.add(HostileCase.of("30,000 layers", HostileLayouts::tooManyLayers, 3, "--max-layers"));
        all.add(
                HostileCase.of(
                        "an index of indexes, twenty deep",
                        HostileLayouts::nested,
                        3,
                        "--max-nesting"));
        all.add(
                HostileCase.of(
                        "an index that names itself",
                        HostileLayouts::itself,
                        3,
                        "damaged or was altered"));
        all.add(
                HostileCase.of(
                        "a manifest 100,000 levels deep",
                        HostileLayouts::deepJson,
                        3,
                        "--max-json-depth"));
        all.add(HostileCase.of("digests that are paths", HostileLayouts::pathDigest, 3, "digest"));
        return all;
    }

    private static Map<String, byte[]> twoLayers() {
        return new OciLayouts()
                .add(
                        new ImageBuilder()
                                .layer(HostileImages.good())
                                .layer(new TarBuilder().file("evil", "evil"))
                                .tag("a"))
                .files();
    }

    private static String write(Path folder, Map<String, byte[]> files) {
        return "oci-dir:" + OciLayouts.write(files, folder.resolve("oci"));
    }

    /// The configuration promises another diff id for the layer above, and all digests are right.
    private static String wrongDiffId(Path folder) {
        Map<String, byte[]> files = twoLayers();
        String diffId =
                ImageBuilder.digest(new TarBuilder().file("evil", "evil").build()).toString();
        RawLayout layout = new RawLayout();
        String config = contentWith(files, "\"diff_ids\"");
        int last = config.lastIndexOf(diffId);
        String wrong = config.substring(0, last) + FALSE_DIGEST + config.substring(last + 71);
        return layout.image(text(wrong), layers()).write(folder);
    }

    private static List<byte[]> layers() {
        return List.of(HostileTars.goodLayer(), new TarBuilder().file("evil", "evil").build());
    }

    private static String alteredLayer(Path folder) {
        Map<String, byte[]> files = twoLayers();
        files.replaceAll((path, bytes) ->
                contains(bytes, "evil") && bytes.length % 512 == 0
                        ? text(string(bytes).replace("evil", "EVIL"))
                        : bytes);
        return write(folder, files);
    }

    private static HostileCase.Making altered(String part) {
        return folder -> {
            Map<String, byte[]> files = twoLayers();
            files.replaceAll((path, bytes) ->
                    path.startsWith("blobs") && contains(bytes, part)
                            ? text(
                                    string(bytes)
                                            .replace("amd64", "arm64")
                                            .replace("+", "-")
                                            .replace("\"schemaVersion\":2", "\"schemaVersion\": 2"))
                            : bytes);
            return write(folder, files);
        };
    }

    private static String falseSize(Path folder) {
        RawLayout layout = new RawLayout();
        layout.sizeAdded = 7;
        return layout.image(layout.config(layers()), layers()).write(folder);
    }

    private static String missing(Path folder) {
        Map<String, byte[]> files = twoLayers();
        files.keySet()
                .removeIf(path -> path.endsWith(ImageBuilder.digest(layers().getLast()).hex()));
        return write(folder, files);
    }

    private static HostileCase.Making damagedGzip(UnaryOperator<byte[]> damage) {
        return folder -> {
            byte[] noise = new byte[100_000];
            new java.util.Random(1).nextBytes(noise);
            byte[] layer = HostileImages.good().file("noise", noise).build();
            byte[] blob = damage.apply(BlobCompression.GZIP.compress(layer));
            RawLayout layout = new RawLayout();
            return layout.image(layout.config(List.of(layer)), List.of(blob)).write(folder);
        };
    }

    private static String layers(Path folder) {
        List<byte[]> layers = new ArrayList<>(List.of(HostileTars.goodLayer()));
        for (int i = 1; i < MANY; i++) {
            layers.add(new TarBuilder().rawHeader("f" + i, '0', "00000000000", "").build());
        }
        RawLayout layout = new RawLayout();
        return layout.image(layout.config(layers), layers).write(folder);
    }

    private static String sameLayer(Path folder) {
        List<byte[]> layers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            layers.add(HostileTars.goodLayer());
        }
        RawLayout layout = new RawLayout();
        return layout.image(layout.config(layers), layers).write(folder);
    }

    private static String tooManyLayers(Path folder) {
        List<byte[]> layers = new ArrayList<>();
        byte[] empty = new TarBuilder().build();
        for (int i = 0; i < 30_000; i++) {
            layers.add(empty);
        }
        RawLayout layout = new RawLayout();
        return layout.image(layout.config(layers), layers).write(folder);
    }

    private static String nested(Path folder) {
        RawLayout layout = new RawLayout();
        layout.image(layout.config(layers()), layers());
        for (int i = 0; i < 20; i++) {
            layout.nest();
        }
        return layout.write(folder);
    }

    private static String itself(Path folder) {
        RawLayout layout = new RawLayout();
        String index =
                "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\""
                        + RawLayout.INDEX
                        + "\",\"digest\":\""
                        + FALSE_DIGEST
                        + "\",\"size\":100}]}";
        layout.files.put("blobs/sha256/" + "1".repeat(64), text(index));
        return layout.index(index).write(folder);
    }

    private static String deepJson(Path folder) {
        return new RawLayout().index("[".repeat(100_000)).write(folder);
    }

    private static String pathDigest(Path folder) {
        return new RawLayout()
                .index(
                        "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"\",\"digest\":"
                                + "\"sha256:../../../../../../etc/passwd\",\"size\":1}]}")
                .write(folder);
    }

    private static byte[] flip(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static String contentWith(Map<String, byte[]> files, String part) {
        return files.values().stream()
                .filter(bytes -> contains(bytes, part))
                .map(HostileLayouts::string)
                .findFirst()
                .orElseThrow();
    }

    private static boolean contains(byte[] bytes, String part) {
        return string(bytes).contains(part);
    }

    private static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// A layout whose parts are said one by one.
    static final class RawLayout {
        static final String INDEX = "application/vnd.oci.image.index.v1+json";
        private static final String TYPE = "application/vnd.oci.image.";

        final Map<String, byte[]> files = new LinkedHashMap<>();
        int sizeAdded;
        private String top = "";

        RawLayout() {
            files.put("oci-layout", text("{\"imageLayoutVersion\":\"1.0.0\"}"));
        }

        byte[] config(List<byte[]> layers) {
            return configOf(
                    layers.stream().map(layer -> ImageBuilder.digest(layer).toString()).toList());
        }

        byte[] configOf(List<String> diffIds) {
            return text(
                    "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
                            + "\"diff_ids\":[\""
                            + String.join("\",\"", diffIds)
                            + "\"]}}");
        }

        RawLayout image(byte[] config, List<byte[]> blobs) {
            List<String> layers =
                    blobs.stream()
                            .map(blob -> descriptor(TYPE + "layer.v1.tar", blob, sizeAdded))
                            .toList();
            String manifest =
                    "{\"schemaVersion\":2,\"config\":"
                            + descriptor(TYPE + "config.v1+json", config, 0)
                            + ",\"layers\":["
                            + String.join(",", layers)
                            + "]}";
            return index(indexOf(descriptor(TYPE + "manifest.v1+json", text(manifest), 0)));
        }

        /// Puts an index above the index.
        void nest() {
            index(indexOf(descriptor(INDEX, text(top), 0)));
        }

        RawLayout index(String json) {
            top = json;
            return this;
        }

        String write(Path folder) {
            files.put("index.json", text(top));
            return "oci-dir:" + OciLayouts.write(files, folder.resolve("oci"));
        }

        private static String indexOf(String descriptor) {
            return "{\"schemaVersion\":2,\"manifests\":[" + descriptor + "]}";
        }

        private String descriptor(String type, byte[] blob, int more) {
            String hex = ImageBuilder.digest(blob).hex();
            files.put("blobs/sha256/" + hex, blob);
            return "{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\",\"size\":%d}"
                    .formatted(type, hex, blob.length + more);
        }
    }
}
