package io.plimsoll.engine;

import io.plimsoll.catalog.Ownership;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// The bytes of a layer's inventory in the cache, and behind them their checksum: a flipped bit must
/// not become a wrong version.
final class LayerCodec {
    /// Part of the cache's key: grows with each change of the layout.
    static final int VERSION = 4;

    private LayerCodec() {}

    static byte[] encode(LayerInventory layer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordWriter out = new RecordWriter(new DataOutputStream(bytes));
        out.optional(layer.diffId(), digest -> out.text(digest.toString()));
        out.number(layer.size());
        out.list(layer.catalogs(), catalog -> write(catalog, out));
        out.longs(layer.files().hashes());
        out.list(layer.whiteouts(), out::text);
        out.list(layer.opaque(), out::text);
        out.list(
                List.copyOf(layer.links().entrySet()),
                link -> {
                    out.text(link.getKey());
                    out.text(link.getValue());
                });
        out.list(layer.executables(), out::text);
        out.list(layer.problems(), problem -> write(problem, out));
        out.number(checksum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    /// The inventory, or nothing where the bytes are damaged: the layer is then read again.
    static Optional<LayerInventory> decode(byte[] bytes) {
        if (!isWhole(bytes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    read(new RecordReader(new DataInputStream(new ByteArrayInputStream(bytes)))));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /// Whether bytes end with their checksum.
    static boolean isWhole(byte[] bytes) {
        int length = bytes.length - Long.BYTES;
        return length >= 0 && ByteBuffer.wrap(bytes).getLong(length) == checksum(bytes, length);
    }

    static long checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }

    private static LayerInventory read(RecordReader in) throws IOException {
        Optional<Digest> diffId = in.optional(() -> Digest.parse(in.text()));
        long size = in.number();
        List<FileCatalog> catalogs = in.list(() -> readCatalog(in));
        PathSet files = PathSet.ofHashes(in.longs());
        List<String> whiteouts = in.list(in::text);
        List<String> opaque = in.list(in::text);
        Map<String, String> links = new TreeMap<>();
        for (Map.Entry<String, String> link : in.list(() -> Map.entry(in.text(), in.text()))) {
            links.put(link.getKey(), link.getValue());
        }
        List<String> executables = in.list(in::text);
        return new LayerInventory(
                diffId,
                size,
                catalogs,
                files,
                whiteouts,
                opaque,
                links,
                executables,
                in.list(() -> readProblem(in)));
    }

    private static void write(FileCatalog catalog, RecordWriter out) throws IOException {
        out.text(catalog.path());
        out.text(catalog.cataloger());
        out.list(catalog.packages(), record -> PackageCodec.write(record, out));
        out.list(
                catalog.ownerships(),
                ownership -> {
                    out.text(ownership.type().purlType());
                    out.text(ownership.owner());
                    out.longs(ownership.paths().hashes());
                });
        out.optional(catalog.distribution(), distribution -> write(distribution, out));
    }

    private static FileCatalog readCatalog(RecordReader in) throws IOException {
        return new FileCatalog(
                in.text(),
                in.text(),
                in.list(() -> PackageCodec.read(in)),
                in.list(() ->
                        new Ownership(type(in.text()), in.text(), PathSet.ofHashes(in.longs()))),
                in.optional(() -> readDistribution(in)));
    }

    static PackageType type(String word) {
        return PackageType.ofPurlType(word)
                .orElseThrow(() -> new IllegalArgumentException("type '" + word + "'"));
    }

    private static void write(Distribution distribution, RecordWriter out) throws IOException {
        out.text(distribution.id());
        out.text(distribution.versionId());
        out.text(distribution.prettyName());
        out.text(distribution.codename());
        out.list(distribution.idLike(), out::text);
        out.text(distribution.evidence());
    }

    private static Distribution readDistribution(RecordReader in) throws IOException {
        return new Distribution(
                in.text(), in.text(), in.text(), in.text(), in.list(in::text), in.text());
    }

    static void write(Problem problem, RecordWriter out) throws IOException {
        out.text(problem.path());
        out.optional(problem.layer(), digest -> out.text(digest.toString()));
        out.text(problem.component());
        out.text(problem.kind().name());
        out.text(problem.reason());
    }

    static Problem readProblem(RecordReader in) throws IOException {
        return new Problem(
                in.text(),
                in.optional(() -> Digest.parse(in.text())),
                in.text(),
                ProblemKind.valueOf(in.text()),
                in.text());
    }
}
