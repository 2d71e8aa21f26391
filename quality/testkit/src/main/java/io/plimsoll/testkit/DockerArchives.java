package io.plimsoll.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes images as the files of a `docker save` archive, generation by generation. Pass the files
/// to {@link TarBuilder#of}.
public final class DockerArchives {
    private static final String MANIFEST = "manifest.json";

    private DockerArchives() {}

    /// As Docker 1.10 to 24 and podman write it: `<config>.json`, `<id>/layer.tar`, `manifest.json`.
    public static Map<String, byte[]> manifest(ImageBuilder... images) {
        return withManifest("%s/layer.tar", "%s.json", images);
    }

    /// As crane, kaniko and jib write it: `sha256:<config>`, `<blob>.tar.gz`, `manifest.json`.
    public static Map<String, byte[]> crane(ImageBuilder image) {
        return withManifest("%s.tar.gz", "sha256:%s", image);
    }

    private static Map<String, byte[]> withManifest(
            String layerName, String configName, ImageBuilder... images) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> entries = new ArrayList<>();
        for (ImageBuilder image : images) {
            List<String> layerNames = new ArrayList<>();
            for (byte[] blob : image.blobs()) {
                String name = layerName.formatted(ImageBuilder.digest(blob).hex());
                files.put(name, blob);
                layerNames.add(name);
            }
            byte[] config = image.config();
            String name = configName.formatted(ImageBuilder.digest(config).hex());
            files.put(name, config);
            entries.add(entry(name, image, layerNames));
        }
        files.put(MANIFEST, bytes(JsonText.array(entries)));
        return files;
    }

    /// As Docker 25 and later write it: an OCI layout and a `manifest.json` in one archive.
    public static Map<String, byte[]> hybrid(ImageBuilder image) {
        Map<String, byte[]> files = new LinkedHashMap<>(new OciLayouts().add(image).files());
        List<String> layerNames =
                image.blobs().stream()
                        .map(blob -> "blobs/sha256/" + ImageBuilder.digest(blob).hex())
                        .toList();
        String config = "blobs/sha256/" + ImageBuilder.digest(image.config()).hex();
        files.put(MANIFEST, bytes(JsonText.array(List.of(entry(config, image, layerNames)))));
        return files;
    }

    /// As Docker before 1.10 wrote it: `repositories` and a chain of `<id>/json` with parents.
    public static Map<String, byte[]> legacy(ImageBuilder image) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<byte[]> layers = image.layers();
        String parent = "";
        for (int i = 0; i < layers.size(); i++) {
            String id = ImageBuilder.digest(bytes(parent + i)).hex();
            String parentMember = parent.isEmpty() ? "" : ",\"parent\":" + JsonText.quote(parent);
            files.put(id + "/VERSION", bytes("1.0"));
            files.put(
                    id + "/json",
                    bytes(
                            "{\"id\":"
                                    + JsonText.quote(id)
                                    + parentMember
                                    + ",\"created\":\"2015-01-02T03:04:05Z\",\"container_config\":"
                                    + "{\"Cmd\":"
                                    + JsonText.texts(List.of("/bin/sh", "-c", image.instruction(i)))
                                    + "},\"config\":{\"User\":\"app\"},\"architecture\":\"amd64\","
                                    + "\"os\":\"linux\"}"));
            files.put(id + "/layer.tar", layers.get(i));
            parent = id;
        }
        List<String> repositories = new ArrayList<>();
        for (String tag : image.tags()) {
            int colon = tag.lastIndexOf(':');
            repositories.add(
                    JsonText.quote(tag.substring(0, colon))
                            + ":{"
                            + JsonText.quote(tag.substring(colon + 1))
                            + ":"
                            + JsonText.quote(parent)
                            + "}");
        }
        files.put("repositories", bytes("{" + String.join(",", repositories) + "}"));
        return files;
    }

    private static String entry(String config, ImageBuilder image, List<String> layers) {
        return "{\"Config\":"
                + JsonText.quote(config)
                + ",\"RepoTags\":"
                + (image.tags().isEmpty() ? "null" : JsonText.texts(image.tags()))
                + ",\"Layers\":"
                + JsonText.texts(layers)
                + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
