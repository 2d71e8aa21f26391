package io.plimsoll.daemon.containerd;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.http.Quoted;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.model.Digest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds images by their names in containerd's metadata.
///
/// Source: containerd, `metadata/buckets.go`: `v1/NAMESPACE/images/NAME/target` holds `digest`,
/// `mediatype` and `size`, the last as a zigzag varint.
final class MetadataStore {
    private static final int ATTEMPTS = 5;
    private static final int SHOWN = 20;
    private static final int MAX_VARINT = 10;

    private final Path file;

    MetadataStore(Path file) {
        this.file = file;
    }

    /// The first image that has one of the names in one of the namespaces; a namespace's every name
    /// goes before the next namespace.
    ///
    /// @throws ImageNotFoundException if there is none; the message lists what there is
    /// @throws EngineException if the file cannot be read, is damaged, or is never at rest
    ImageRecord find(List<String> namespaces, List<String> names) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<ImageRecord> found = attempt(channel, namespaces, names);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        } catch (BoltFormatException damaged) {
            throw new EngineException(
                    "the metadata of containerd, '"
                            + file
                            + "', cannot be read: "
                            + damaged.getMessage(),
                    damaged);
        }
        throw new EngineException(
                "containerd writes to '" + file + "' all the time; try again when it is at rest");
    }

    /// One reading; nothing where something was written meanwhile.
    private static Optional<ImageRecord> attempt(
            FileChannel channel, List<String> namespaces, List<String> names) throws IOException {
        BoltFile bolt = BoltFile.of(channel);
        try {
            ImageRecord found = find(bolt, namespaces, names);
            return bolt.isNewest() ? Optional.of(found) : Optional.empty();
        } catch (BoltFormatException | ImageNotFoundException failure) {
            if (bolt.isNewest()) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private static ImageRecord find(BoltFile bolt, List<String> namespaces, List<String> names)
            throws IOException {
        Optional<BoltBucket> version = bolt.root().bucket("v1");
        if (version.isEmpty()) {
            throw new BoltFormatException("there is no bucket 'v1'");
        }
        for (String namespace : namespaces) {
            Optional<BoltBucket> images = images(version.get(), namespace);
            if (images.isEmpty()) {
                continue;
            }
            for (String name : names) {
                Optional<BoltBucket> image = images.get().bucket(name);
                if (image.isPresent()) {
                    return record(namespace, name, image.get());
                }
            }
        }
        throw notThere(version.get(), namespaces, names);
    }

    private static Optional<BoltBucket> images(BoltBucket version, String namespace)
            throws IOException {
        Optional<BoltBucket> bucket = version.bucket(namespace);
        return bucket.isPresent() ? bucket.get().bucket("images") : Optional.empty();
    }

    private static ImageRecord record(String namespace, String name, BoltBucket image)
            throws IOException {
        BoltBucket target = image.bucket("target").orElseThrow(() -> broken(name, "has no target"));
        String digest = text(target, "digest");
        return new ImageRecord(
                namespace,
                name,
                Digest.tryParse(digest)
                        .orElseThrow(() -> broken(name, "has the digest " + Quoted.of(digest))),
                text(target, "mediatype"),
                size(name, target.value("size").orElse(new byte[0])));
    }

    private static String text(BoltBucket bucket, String key) throws IOException {
        return new String(bucket.value(key).orElse(new byte[0]), StandardCharsets.UTF_8);
    }

    /// Source: Go, `encoding/binary`, `Varint`.
    private static long size(String name, byte[] varint) throws BoltFormatException {
        long value = 0;
        for (int i = 0; i < varint.length && i < MAX_VARINT; i++) {
            value |= (varint[i] & 0x7fL) << (7 * i);
            if (varint[i] >= 0) {
                long size = (value >>> 1) ^ -(value & 1);
                if (size >= 0) {
                    return size;
                }
                break;
            }
        }
        throw broken(name, "has no size");
    }

    private static BoltFormatException broken(String name, String what) {
        return new BoltFormatException("the image " + Quoted.of(name) + " " + what);
    }

    private static ImageNotFoundException notThere(
            BoltBucket version, List<String> namespaces, List<String> names) throws IOException {
        List<String> there = new ArrayList<>();
        for (String namespace : version.buckets(SHOWN)) {
            Optional<BoltBucket> images = images(version, namespace);
            if (images.isPresent()) {
                for (String name : images.get().buckets(SHOWN)) {
                    there.add(Quoted.of(name) + " in " + Quoted.of(namespace));
                }
            }
        }
        String list =
                there.isEmpty()
                        ? "it has none at all"
                        : "it has "
                                + String.join(", ", there.subList(0, Math.min(SHOWN, there.size())))
                                + (there.size() > SHOWN ? " …" : "");
        return new ImageNotFoundException(
                "containerd has no image '"
                        + names.getFirst()
                        + "' in the namespace "
                        + String.join(", ", namespaces)
                        + "; "
                        + list);
    }
}
