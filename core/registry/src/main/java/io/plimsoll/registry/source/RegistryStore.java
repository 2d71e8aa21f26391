package io.plimsoll.registry.source;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.store.BlobStore;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.registry.Manifest;
import io.plimsoll.registry.RegistryClient;
import io.plimsoll.registry.RegistryException;
import io.plimsoll.registry.Repository;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A repository of a registry that looks like an OCI image layout: `index.json` names one manifest,
/// and what manifests lead to is fetched when it is read.
///
/// It knows only the blobs that a manifest has named, with their sizes.
final class RegistryStore implements BlobStore {
    private static final String INDEX = "index.json";
    private static final String BLOBS = "blobs/";
    private static final int MOST_TOKENS = 1_000_000;

    private final RegistryClient client;
    private final Repository repository;
    private final Limits limits;
    private final byte[] index;
    private final Map<Digest, Named> named = new ConcurrentHashMap<>();

    /// Manifests that came, so that none is fetched twice.
    private final Map<Digest, Manifest> fetched = new ConcurrentHashMap<>();

    /// Configurations that came: the platform is looked up in one before the rest is.
    private final Map<Digest, byte[]> configurations = new ConcurrentHashMap<>();

    /// What a blob is to a manifest.
    private enum Role {
        MANIFEST,
        CONFIGURATION,
        LAYER
    }

    /// What a manifest says of a blob.
    private record Named(long size, Role role) {}

    private RegistryStore(
            RegistryClient client, Repository repository, Limits limits, byte[] index) {
        this.client = client;
        this.repository = repository;
        this.limits = limits;
        this.index = index;
    }

    /// A store around the manifest that a reference leads to.
    ///
    /// @param name of the image, empty where it has none
    static RegistryStore around(
            Manifest manifest,
            String name,
            RegistryClient client,
            Repository repository,
            Limits limits)
            throws IOException {
        byte[] bytes = manifest.bytes();
        RegistryStore store =
                new RegistryStore(
                        client, repository, limits, index(manifest.digest(), bytes.length, name));
        store.named.put(manifest.digest(), new Named(bytes.length, Role.MANIFEST));
        store.fetched.put(manifest.digest(), manifest);
        store.learn(bytes, manifest.mediaType());
        return store;
    }

    private static byte[] index(Digest digest, long size, String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(bytes)) {
            json.object(() -> {
                json.number("schemaVersion", 2);
                json.array(
                        "manifests",
                        List.of(digest),
                        each ->
                                json.object(() -> {
                                    json.text("digest", each.toString());
                                    json.number("size", size);
                                    json.object(
                                            "annotations",
                                            () ->
                                                    json.textIfAny(
                                                            "org.opencontainers.image.ref.name",
                                                            name));
                                }));
            });
        }
        return bytes.toByteArray();
    }

    /// Remembers what a manifest or an index names.
    ///
    /// @throws ImageFormatException if it is of a form that is no longer in use
    private void learn(byte[] bytes, String mediaType) throws ImageFormatException {
        JsonObject document = parse(bytes);
        if (mediaType.startsWith("application/vnd.docker.distribution.manifest.v1")
                || document.text("schemaVersion").equals("1")) {
            throw new ImageFormatException(
                    where()
                            + " has the image in Docker's schema 1, which has no verifiable"
                            + " configuration and is not read; push it again with a current tool");
        }
        document.objects("manifests").forEach(each -> learn(each, Role.MANIFEST));
        document.objects("layers").forEach(each -> learn(each, Role.LAYER));
        learn(document.object("config"), Role.CONFIGURATION);
    }

    private void learn(JsonObject descriptor, Role role) {
        Optional<Digest> digest = Digest.tryParse(descriptor.text("digest"));
        String type = descriptor.text("mediaType").toLowerCase(Locale.ROOT);
        boolean elsewhere =
                !descriptor.array("urls").values().isEmpty() || type.contains("foreign");
        if (digest.isPresent() && !elsewhere) {
            named.putIfAbsent(digest.get(), new Named(size(descriptor), role));
        }
    }

    private static long size(JsonObject descriptor) {
        String text = descriptor.text("size");
        boolean whole = text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole && !text.isEmpty() ? Long.parseLong(text) : 0;
    }

    private JsonObject parse(byte[] bytes) {
        try {
            int depth = Math.toIntExact(Math.min(limits.of(Limit.JSON_DEPTH), 1000));
            JsonValue root = Json.parse(bytes, depth, MOST_TOKENS);
            return root.asObject();
        } catch (JsonFormatException broken) {
            // The reader of the layout says so, with the place.
            return JsonObject.EMPTY;
        }
    }

    @Override
    public String where() {
        return repository.name();
    }

    @Override
    public Optional<Blob> find(String path) {
        if (path.equals(INDEX)) {
            return Optional.of(new Remote(INDEX, index.length, Optional.empty()));
        }
        if (!path.startsWith(BLOBS)) {
            return Optional.empty();
        }
        Optional<Digest> digest = Digest.tryParse(path.substring(BLOBS.length()).replace('/', ':'));
        return digest.flatMap(each -> Optional.ofNullable(named.get(each)))
                .map(known -> new Remote(digest.get().toString(), known.size(), digest));
    }

    @Override
    public Optional<Blob> tagged(String tag) throws IOException {
        try {
            Manifest came = repository.manifest(tag, limits.of(Limit.MANIFEST_SIZE));
            learn(came.bytes(), came.mediaType());
            return Optional.of(new Held(tag, came.bytes()));
        } catch (RegistryException missing) {
            if (missing.reason() == RegistryException.Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw missing;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    @Override
    public Optional<Blob> referrers(Digest subject) throws IOException {
        try {
            Optional<byte[]> list = repository.referrers(subject, limits.of(Limit.MANIFEST_SIZE));
            if (list.isEmpty()) {
                return Optional.empty();
            }
            learn(list.get(), "");
            return Optional.of(new Held("referrers of " + subject, list.get()));
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("interrupted");
        failure.initCause(cause);
        return failure;
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public void close() {
        client.close();
    }

    private InputStream open(Digest digest) throws IOException {
        Named known = named.getOrDefault(digest, new Named(0, Role.LAYER));
        try {
            return switch (known.role()) {
                case MANIFEST -> new ByteArrayInputStream(manifest(digest).bytes());
                case CONFIGURATION -> configuration(digest, known.size());
                case LAYER -> repository.blob(digest, known.size());
            };
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private Manifest manifest(Digest digest) throws IOException, InterruptedException {
        Manifest known = fetched.get(digest);
        if (known != null) {
            return known;
        }
        Manifest came = repository.manifest(digest.toString(), limits.of(Limit.MANIFEST_SIZE));
        fetched.put(digest, came);
        learn(came.bytes(), came.mediaType());
        return came;
    }

    /// Kept in memory unless it is larger than one may be; the reader says so then.
    private InputStream configuration(Digest digest, long size)
            throws IOException, InterruptedException {
        byte[] known = configurations.get(digest);
        if (known != null) {
            return new ByteArrayInputStream(known);
        }
        InputStream blob = repository.blob(digest, size);
        if (size > limits.of(Limit.MANIFEST_SIZE)) {
            return blob;
        }
        try (blob) {
            byte[] came = blob.readAllBytes();
            configurations.put(digest, came);
            return new ByteArrayInputStream(came);
        }
    }

    /// A document that came already, and that no manifest names.
    private final class Held implements Blob {
        private final String name;
        private final byte[] bytes;

        Held(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public String where() {
            return repository.name() + ", " + name;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /// Bytes in the registry.
    ///
    /// The identity is the digest itself: what it leads to was computed by whoever read the blob and
    /// found its bytes to have this digest, and no other bytes have.
    private final class Remote implements Blob {
        private final String name;
        private final long size;
        private final Optional<Digest> digest;

        Remote(String name, long size, Optional<Digest> digest) {
            this.name = name;
            this.size = size;
            this.digest = digest;
        }

        @Override
        public String where() {
            return repository.name() + "@" + name;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open() throws IOException {
            return digest.isEmpty()
                    ? new ByteArrayInputStream(index)
                    : RegistryStore.this.open(digest.get());
        }

        @Override
        public Optional<String> identity() {
            return digest.map(Digest::toString);
        }
    }
}
