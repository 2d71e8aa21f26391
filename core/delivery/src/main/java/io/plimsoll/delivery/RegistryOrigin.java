package io.plimsoll.delivery;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Digest;
import io.plimsoll.registry.ImageReference;
import io.plimsoll.registry.RegistryClient;
import io.plimsoll.registry.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A store as an artifact in a registry.
public final class RegistryOrigin implements StoreOrigin {
    private final ImageReference reference;
    private final Repository repository;
    private @Nullable List<JsonObject> layers;

    /// @param client closed by its owner
    public RegistryOrigin(RegistryClient client, ImageReference reference) {
        this.reference = reference;
        this.repository = client.repository(reference);
    }

    @Override
    public String name() {
        return reference.toString();
    }

    @Override
    public Optional<byte[]> signature(int most) throws IOException, InterruptedException {
        return layer(StoreArtifact.SIGNATURE, most);
    }

    @Override
    public byte[] index(int most) throws IOException, InterruptedException {
        return layer(StoreArtifact.INDEX, most)
                .orElseThrow(() ->
                        new AdvisoryStoreException(
                                reference + " is no advisory store: it has no index"));
    }

    @Override
    public InputStream file(String fileName, Digest digest, long size)
            throws IOException, InterruptedException {
        return repository.blob(digest, size);
    }

    private Optional<byte[]> layer(String type, int most) throws IOException, InterruptedException {
        for (JsonObject layer : layers()) {
            if (!layer.text("mediaType").equals(type)) {
                continue;
            }
            Digest digest =
                    Digest.tryParse(layer.text("digest")).orElseThrow(() -> malformed("digest"));
            long size = size(layer.text("size"));
            if (size < 0 || size > most) {
                throw malformed("size of the layer " + digest);
            }
            try (InputStream in = repository.blob(digest, size)) {
                byte[] bytes = in.readNBytes((int) size);
                if (!StoreWriter.sha256(bytes).equals(digest)) {
                    throw new AdvisoryStoreException(
                            repository.name() + " gives another content for " + digest);
                }
                return Optional.of(bytes);
            }
        }
        return Optional.empty();
    }

    private List<JsonObject> layers() throws IOException, InterruptedException {
        List<JsonObject> known = layers;
        if (known != null) {
            return known;
        }
        byte[] manifest =
                repository.manifest(reference.target(), StoreArtifact.MAX_MANIFEST).bytes();
        try {
            List<JsonObject> read = Json.parse(manifest).asObject().objects("layers");
            layers = read;
            return read;
        } catch (JsonFormatException broken) {
            throw malformed("manifest: " + broken.getMessage());
        }
    }

    private static long size(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private AdvisoryStoreException malformed(String what) {
        return new AdvisoryStoreException(
                reference + " is no advisory store of this version: " + what);
    }
}
