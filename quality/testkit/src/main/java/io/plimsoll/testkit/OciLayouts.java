package io.plimsoll.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Writes images as an OCI image layout.
public final class OciLayouts {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private final Map<String, byte[]> blobs = new LinkedHashMap<>();
    private final List<String> descriptors = new ArrayList<>();
    private final Map<String, String> annotations = new LinkedHashMap<>();
    private boolean withPlatform = true;

    /// Leaves the platform out of the descriptors that follow, as skopeo does.
    @CanIgnoreReturnValue
    public OciLayouts withoutPlatform() {
        withPlatform = false;
        return this;
    }

    /// Adds an annotation to the manifests that follow.
    @CanIgnoreReturnValue
    public OciLayouts annotation(String name, String value) {
        annotations.put(name, value);
        return this;
    }

    /// Adds an index of an image and a statement about it, as BuildKit does.
    ///
    /// @param statement gives the in-toto statement for the digest of the image's manifest, in
    ///     hexadecimal
    @CanIgnoreReturnValue
    public OciLayouts addAttested(
            ImageBuilder image, String predicateType, UnaryOperator<String> statement) {
        String child = manifest(image, "");
        String hex = child.replaceFirst(".*?sha256:([0-9a-f]{64}).*", "$1");
        String layer =
                descriptor(
                        "application/vnd.in-toto+json",
                        bytes(statement.apply(hex)),
                        ",\"annotations\":{\"in-toto.io/predicate-type\":"
                                + JsonText.quote(predicateType)
                                + "}");
        String attestation =
                descriptor(
                        MANIFEST,
                        bytes(
                                "{\"schemaVersion\":2,\"config\":"
                                        + descriptor(CONFIG, bytes("{}"), "")
                                        + ",\"layers\":["
                                        + layer
                                        + "]}"),
                        ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\","
                                + "\"vnd.docker.reference.digest\":\"sha256:"
                                + hex
                                + "\"},\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"}");
        addIndex(List.of(child, attestation), refName(image));
        return this;
    }

    /// Adds an image to `index.json`; its first tag becomes the reference name.
    @CanIgnoreReturnValue
    public OciLayouts add(ImageBuilder image) {
        descriptors.add(manifest(image, refName(image)));
        return this;
    }

    /// Adds an index of images and an attestation for each, as buildx does; the first image's tag
    /// names the index.
    @CanIgnoreReturnValue
    public OciLayouts addIndex(ImageBuilder... images) {
        List<String> children = new ArrayList<>();
        for (ImageBuilder image : images) {
            children.add(manifest(image, ""));
            children.add(attestation());
        }
        addIndex(children, refName(images[0]));
        return this;
    }

    private void addIndex(List<String> children, String refName) {
        String index =
                "{\"schemaVersion\":2,\"mediaType\":\""
                        + INDEX
                        + "\",\"manifests\":"
                        + JsonText.array(children)
                        + "}";
        descriptors.add(descriptor(INDEX, bytes(index), refName));
    }

    private static String refName(ImageBuilder image) {
        return image.tags().isEmpty()
                ? ""
                : ",\"annotations\":{\"org.opencontainers.image.ref.name\":"
                        + JsonText.quote(image.tags().getFirst())
                        + "}";
    }

    private String manifest(ImageBuilder image, String more) {
        List<String> layers = new ArrayList<>();
        for (byte[] blob : image.blobs()) {
            layers.add(descriptor(image.compression().layerMediaType(), blob, ""));
        }
        String manifest =
                "{\"schemaVersion\":2,\"mediaType\":\""
                        + MANIFEST
                        + "\",\"config\":"
                        + descriptor(CONFIG, image.config(), "")
                        + ",\"layers\":"
                        + JsonText.array(layers)
                        + (annotations.isEmpty()
                                ? ""
                                : ",\"annotations\":" + JsonText.textMap(annotations))
                        + "}";
        String platform = withPlatform ? ",\"platform\":" + image.platformJson() : "";
        return descriptor(MANIFEST, bytes(manifest), platform + more);
    }

    private String attestation() {
        return descriptor(
                MANIFEST,
                bytes("{\"schemaVersion\":2}"),
                ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\"},"
                        + "\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"}");
    }

    private String descriptor(String mediaType, byte[] blob, String more) {
        String hex = ImageBuilder.digest(blob).hex();
        blobs.put("blobs/sha256/" + hex, blob);
        return "{\"mediaType\":"
                + JsonText.quote(mediaType)
                + ",\"digest\":\"sha256:"
                + hex
                + "\",\"size\":"
                + blob.length
                + more
                + "}";
    }

    /// The layout's files by path.
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>(blobs);
        String index = "{\"schemaVersion\":2,\"manifests\":" + JsonText.array(descriptors) + "}";
        files.put("index.json", bytes(index));
        files.put("oci-layout", bytes("{\"imageLayoutVersion\":\"1.0.0\"}"));
        return files;
    }

    /// Writes files below a folder.
    public static Path write(Map<String, byte[]> files, Path folder) {
        files.forEach((path, content) -> {
            try {
                Path file = folder.resolve(path);
                Files.createDirectories(file.resolve("..").normalize());
                Files.write(file, content);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return folder;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
