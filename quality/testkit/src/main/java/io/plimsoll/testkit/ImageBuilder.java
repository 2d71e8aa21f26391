package io.plimsoll.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.plimsoll.model.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts layers and a configuration together. {@link DockerArchives} and {@link OciLayouts} write the
/// image in the formats of the field.
public final class ImageBuilder {
    private final List<byte[]> layers = new ArrayList<>();
    private final List<String> instructions = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private BlobCompression compression = BlobCompression.NONE;
    private String architecture = "amd64";
    private String variant = "";
    private String created = "2026-01-02T03:04:05Z";

    /// Adds a layer above the others.
    @CanIgnoreReturnValue
    public ImageBuilder layer(byte[] tar, String createdBy) {
        layers.add(tar);
        instructions.add(createdBy);
        return this;
    }

    @CanIgnoreReturnValue
    public ImageBuilder layer(TarBuilder tar) {
        return layer(tar.build(), "RUN step " + (layers.size() + 1));
    }

    @CanIgnoreReturnValue
    public ImageBuilder compression(BlobCompression value) {
        compression = value;
        return this;
    }

    @CanIgnoreReturnValue
    public ImageBuilder tag(String tag) {
        tags.add(tag);
        return this;
    }

    @CanIgnoreReturnValue
    public ImageBuilder label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    /// Sets when the image was made, as RFC 3339 has it.
    @CanIgnoreReturnValue
    public ImageBuilder created(String time) {
        created = time;
        return this;
    }

    /// Sets the platform: Linux on an architecture, with a variant that may be empty.
    @CanIgnoreReturnValue
    public ImageBuilder platform(String architectureName, String variantName) {
        architecture = architectureName;
        variant = variantName;
        return this;
    }

    List<String> tags() {
        return tags;
    }

    String platformJson() {
        String more = variant.isEmpty() ? "" : ",\"variant\":" + JsonText.quote(variant);
        return "{\"os\":\"linux\",\"architecture\":" + JsonText.quote(architecture) + more + "}";
    }

    BlobCompression compression() {
        return compression;
    }

    /// The uncompressed layers, oldest first.
    public List<byte[]> layers() {
        return List.copyOf(layers);
    }

    /// The layers as they are stored.
    public List<byte[]> blobs() {
        return layers.stream().map(compression::compress).toList();
    }

    String instruction(int layer) {
        return instructions.get(layer);
    }

    /// The configuration as a document.
    public byte[] config() {
        List<String> diffIds = layers.stream().map(layer -> digest(layer).toString()).toList();
        List<String> history = new ArrayList<>();
        history.add(
                "{\"created\":\""
                        + created
                        + "\",\"created_by\":\"ENV A=b\",\"empty_layer\":true}");
        for (String instruction : instructions) {
            history.add(
                    "{\"created\":\""
                            + created
                            + "\",\"created_by\":"
                            + JsonText.quote(instruction)
                            + "}");
        }
        String variantMember = variant.isEmpty() ? "" : ",\"variant\":" + JsonText.quote(variant);
        String text =
                "{\"architecture\":"
                        + JsonText.quote(architecture)
                        + variantMember
                        + ",\"os\":\"linux\",\"created\":\""
                        + created
                        + "\",\"config\":{\"User\":\"app\",\"Env\":[\"PATH=/bin\",\"A=b\"],"
                        + "\"Entrypoint\":[\"/bin/app\"],\"Cmd\":null,\"WorkingDir\":\"/srv\","
                        + "\"ExposedPorts\":{\"8080/tcp\":{}},\"Labels\":"
                        + JsonText.textMap(labels)
                        + ",\"Healthcheck\":{\"Test\":[\"CMD-SHELL\",\"true\"]}},"
                        + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":"
                        + JsonText.texts(diffIds)
                        + "},\"history\":"
                        + JsonText.array(history)
                        + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The SHA-256 digest of some bytes.
    public static Digest digest(byte[] bytes) {
        try {
            return Digest.ofSha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
