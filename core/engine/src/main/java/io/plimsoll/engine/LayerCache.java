package io.plimsoll.engine;

import io.plimsoll.advisory.AtomicFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.image.Layer;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Inventories of layers that were read and verified before, in a folder of small immutable files
/// that any number of processes share.
///
/// An inventory is filed under its diff id, the revisions of the catalogers and the limits. Which
/// diff id a blob has is filed under the identity of the file that was verified: nothing is believed
/// of a blob that was not read. What linked files of a layer say is filed under the blob's identity and
/// the paths under which they are wanted.
final class LayerCache {
    private final Optional<Path> folder;
    private final String salt;
    private final Optional<CacheContent> content;
    private final Instant yesterday;

    private LayerCache(Optional<Path> folder, String salt, ScanOptions options) {
        this.folder = folder;
        this.salt = salt;
        this.content = options.cache().map(CacheContent::new);
        this.yesterday = options.today().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The cache that the options ask for.
    static LayerCache of(ScanOptions options, List<Cataloger> catalogers) {
        StringBuilder salt = new StringBuilder("layer/").append(LayerCodec.VERSION);
        catalogers.forEach(
                each -> salt.append(' ').append(each.id()).append(':').append(each.revision()));
        Limits limits = options.limits();
        for (Limit limit : Limit.values()) {
            salt.append(' ').append(limits.of(limit));
        }
        return new LayerCache(
                options.cache().flatMap(folder -> CacheFolder.open(CacheContent.layers(folder))),
                salt.toString(),
                options);
    }

    /// The inventory of a layer that is known to hold the same bytes.
    Optional<LayerInventory> find(Layer layer) {
        Optional<String> identity = layer.identity();
        if (folder.isEmpty() || identity.isEmpty()) {
            return Optional.empty();
        }
        return use(pathOf("blob", identity.get()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .flatMap(diffId -> use(pathOf("inventory", diffId)))
                .flatMap(LayerCodec::decode)
                .filter(inventory -> isAsPromised(layer, inventory));
    }

    /// Keeps a verified inventory. A cache that cannot be written is no reason to fail.
    void store(Layer layer, LayerInventory inventory) {
        Optional<String> identity = layer.identity();
        Optional<String> diffId = inventory.diffId().map(Digest::toString);
        if (folder.isEmpty() || identity.isEmpty() || diffId.isEmpty()) {
            return;
        }
        try {
            write(pathOf("inventory", diffId.get()), LayerCodec.encode(inventory));
            Path blob = pathOf("blob", identity.get());
            write(blob, diffId.get().getBytes(StandardCharsets.UTF_8));
            content.ifPresent(each -> each.sweep(blob));
        } catch (IOException notWritable) {
            // The next scan reads the layer again.
        }
    }

    /// Makes the bytes of an entry.
    interface Encoding {
        byte[] bytes() throws IOException;
    }

    /// What was kept of a layer that is known to hold the same bytes.
    ///
    /// @param kind what it is, with the revision of its form
    Optional<byte[]> findBytes(Layer layer, String kind) {
        Optional<String> identity = layer.identity();
        if (folder.isEmpty() || identity.isEmpty()) {
            return Optional.empty();
        }
        return use(pathOf("blob", identity.get()))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .flatMap(diffId -> use(pathOf(kind, diffId)));
    }

    /// Keeps something else of a verified layer than its inventory.
    void storeBytes(Layer layer, Optional<Digest> diffId, String kind, Encoding encoding) {
        if (folder.isEmpty() || layer.identity().isEmpty() || diffId.isEmpty()) {
            return;
        }
        try {
            write(pathOf(kind, diffId.get().toString()), encoding.bytes());
        } catch (IOException notWritable) {
            // The next scan reads the layer again.
        }
    }

    /// What linked files of a layer said when it was read for the same ones before.
    Optional<LayerInventory> findLinked(Layer layer, LinkedFiles wanted) {
        Optional<String> identity = layer.identity();
        if (folder.isEmpty() || identity.isEmpty()) {
            return Optional.empty();
        }
        return use(pathOf("linked", linkedKey(identity.get(), wanted)))
                .flatMap(LayerCodec::decode)
                .filter(inventory -> isAsPromised(layer, inventory));
    }

    /// Keeps what linked files of a verified layer say.
    void storeLinked(Layer layer, LinkedFiles wanted, LayerInventory linked) {
        Optional<String> identity = layer.identity();
        if (folder.isEmpty() || identity.isEmpty() || linked.diffId().isEmpty()) {
            return;
        }
        try {
            write(pathOf("linked", linkedKey(identity.get(), wanted)), LayerCodec.encode(linked));
        } catch (IOException notWritable) {
            // The next scan reads the layer again.
        }
    }

    private static String linkedKey(String identity, LinkedFiles wanted) {
        StringBuilder key = new StringBuilder(identity);
        append(key.append("\nfiles"), wanted.files());
        append(key.append("\nfolders"), wanted.folders());
        return key.toString();
    }

    /// With lengths, for a path may hold any character.
    private static void append(StringBuilder key, Map<String, String> paths) {
        paths.forEach((real, path) -> {
            key.append(' ').append(real.length()).append(':').append(real);
            key.append(' ').append(path.length()).append(':').append(path);
        });
    }

    /// The image may promise another diff id for the same file than the one before did.
    private static boolean isAsPromised(Layer layer, LayerInventory inventory) {
        Optional<Digest> promised = layer.description().diffId();
        return promised.isEmpty() || promised.equals(inventory.diffId());
    }

    private Optional<byte[]> use(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            CacheContent.used(file, yesterday);
            return Optional.of(bytes);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// Writes a file whole or not at all, over one that may be damaged.
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, out -> out.write(bytes));
    }

    private Path pathOf(String kind, String key) {
        String hex = hex((kind + "\n" + salt + "\n" + key).getBytes(StandardCharsets.UTF_8));
        return folder.orElseThrow().resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    /// The SHA-256 of some bytes.
    static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
