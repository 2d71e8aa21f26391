package io.plimsoll.delivery;

import io.plimsoll.advisory.PatchInfo;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.registry.Publisher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Puts a store into a registry as an artifact: each file is a layer, the manifest comes last.
public final class StorePush {
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);

    private final Publisher publisher;
    private final List<Layer> layers = new ArrayList<>();
    private long bytes;
    private int sent;

    private record Layer(String type, String title, Digest digest, long size) {}

    /// What was done.
    ///
    /// @param files of the store, index and signature included
    /// @param sent files that the registry did not have
    /// @param bytes of these
    /// @param signed whether the store has a signature
    public record Result(int files, int sent, long bytes, boolean signed) {}

    public StorePush(Publisher publisher) {
        this.publisher = publisher;
    }

    /// Sends what the repository lacks, then makes it the content of a tag.
    ///
    /// @throws IOException if the store cannot be read or the registry does not take it; the tag is
    ///     as before
    public Result run(Path store, String tag) throws IOException, InterruptedException {
        byte[] index = Files.readAllBytes(store.resolve(StoreIndex.FILE_NAME));
        StoreIndex parsed = StoreIndex.parse(index, store.resolve(StoreIndex.FILE_NAME).toString());
        Path signature = store.resolve(StoreIndex.SIGNATURE_FILE_NAME);
        boolean signed = Files.exists(signature);
        if (signed) {
            send(
                    StoreArtifact.SIGNATURE,
                    StoreIndex.SIGNATURE_FILE_NAME,
                    Files.readAllBytes(signature));
        }
        send(StoreArtifact.INDEX, StoreIndex.FILE_NAME, index);
        for (SegmentInfo segment : parsed.segments()) {
            send(StoreArtifact.SEGMENT, segment.fileName(), read(store, segment.fileName()));
        }
        for (PatchInfo patch : parsed.patches()) {
            send(StoreArtifact.PATCH, patch.fileName(), read(store, patch.fileName()));
        }
        publisher.blob(StoreWriter.sha256(EMPTY), EMPTY);
        publisher.manifest(tag, StoreArtifact.MANIFEST, manifest());
        return new Result(layers.size(), sent, bytes, signed);
    }

    private static byte[] read(Path store, String name) throws IOException {
        return Files.readAllBytes(store.resolve(name));
    }

    private void send(String type, String title, byte[] content)
            throws IOException, InterruptedException {
        Digest digest = StoreWriter.sha256(content);
        layers.add(new Layer(type, title, digest, content.length));
        if (publisher.blob(digest, content)) {
            sent++;
            bytes += content.length;
        }
    }

    private byte[] manifest() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.number("schemaVersion", 2);
                json.text("mediaType", StoreArtifact.MANIFEST);
                json.text("artifactType", StoreArtifact.TYPE);
                json.object(
                        "config",
                        () -> {
                            json.text("mediaType", StoreArtifact.EMPTY);
                            json.text("digest", StoreWriter.sha256(EMPTY).toString());
                            json.number("size", EMPTY.length);
                        });
                json.array("layers", layers, layer -> write(layer, json));
            });
        }
        return out.toByteArray();
    }

    private static void write(Layer layer, JsonWriter json) {
        json.object(() -> {
            json.text("mediaType", layer.type());
            json.text("digest", layer.digest().toString());
            json.number("size", layer.size());
            json.object("annotations", () -> json.text(StoreArtifact.TITLE, layer.title()));
        });
    }
}
