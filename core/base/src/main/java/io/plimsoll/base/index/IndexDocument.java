package io.plimsoll.base.index;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A base image of the index as JSON, `plimsoll-base-image/1`.
final class IndexDocument {
    static final String SCHEMA = "plimsoll-base-image/1";

    private IndexDocument() {}

    static void write(IndexedImage image, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> members(image, json));
        }
    }

    private static void members(IndexedImage image, JsonWriter json) {
        json.text("schema", SCHEMA);
        json.texts("names", image.names());
        json.texts("families", image.families());
        json.textOrNull("imageId", image.imageId().map(Digest::toString).orElse(""));
        json.texts("digests", texts(image.digests()));
        json.text("platform", image.platform());
        json.textOrNull("created", image.created().map(Instant::toString).orElse(""));
        json.number("size", image.size());
        json.texts("diffIds", texts(image.diffIds()));
        json.texts("createdBy", image.createdBy());
        Distribution distribution = image.distribution();
        json.object(
                "os",
                () -> {
                    json.text("id", distribution.id());
                    json.text("versionId", distribution.versionId());
                    json.text("prettyName", distribution.prettyName());
                    json.text("codename", distribution.codename());
                });
        json.number("packages", image.packages());
        json.text("indexed", image.indexed().toString());
        json.textOrNull("signedBy", image.signedBy().orElse(""));
    }

    private static List<String> texts(List<Digest> digests) {
        return digests.stream().map(Digest::toString).toList();
    }

    /// Reads one.
    ///
    /// @throws JsonFormatException if it is no JSON
    /// @throws IllegalArgumentException if it is another document
    static IndexedImage read(byte[] bytes) throws JsonFormatException {
        JsonObject root = Json.parse(bytes).asObject();
        if (!root.text("schema").equals(SCHEMA)) {
            throw new IllegalArgumentException("the schema is not " + SCHEMA);
        }
        JsonObject os = root.object("os");
        try {
            return new IndexedImage(
                    root.texts("names"),
                    root.texts("families"),
                    Digest.tryParse(root.text("imageId")),
                    digests(root, "digests"),
                    root.text("platform"),
                    root.text("created").isEmpty()
                            ? Optional.empty()
                            : Optional.of(Instant.parse(root.text("created"))),
                    Long.parseLong(root.text("size")),
                    digests(root, "diffIds"),
                    root.texts("createdBy"),
                    new Distribution(
                            os.text("id"),
                            os.text("versionId"),
                            os.text("prettyName"),
                            os.text("codename"),
                            List.of(),
                            ""),
                    Integer.parseInt(root.text("packages")),
                    LocalDate.parse(root.text("indexed")),
                    Optional.of(root.text("signedBy")).filter(key -> !key.isEmpty()));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static List<Digest> digests(JsonObject root, String name) {
        return root.texts(name).stream().map(Digest::parse).toList();
    }
}
