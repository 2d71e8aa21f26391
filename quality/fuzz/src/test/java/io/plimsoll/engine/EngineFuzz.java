package io.plimsoll.engine;

import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.catalog.all.Catalogers;
import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.fuzz.Scratch;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.layer.Promise;
import io.plimsoll.image.layer.StoredLayer;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Whole targets, whole layers, and the cache.
public final class EngineFuzz {
    private static final Limits LIMITS =
            Limits.standard()
                    .with(Limit.NESTED_SIZE, 8 * 1024 * 1024)
                    .with(Limit.MEMORY_FILE, 8 * 1024 * 1024);

    private EngineFuzz() {}

    /// A target that is one file: read, or refused by an exception that says why.
    public static void file(String kind, byte[] input) throws IOException, InterruptedException {
        read(kind, Scratch.write(kind, input));
    }

    /// A native program: what it needs, or nothing.
    public static void nativeProgram(byte[] input) throws IOException {
        FuzzTarget.require(
                ElfReader.read(new ByteArrayInputStream(input)).stream()
                        .allMatch(each -> each.needed().size() <= input.length),
                "more libraries than bytes");
    }

    /// The index of a layout that holds nothing else.
    public static void ociIndex(byte[] input) throws IOException, InterruptedException {
        Path index = Scratch.write("layout/index.json", input);
        Path folder = index.resolveSibling("");
        Files.writeString(
                folder.resolve("oci-layout"),
                "{\"imageLayoutVersion\":\"1.0.0\"}",
                StandardCharsets.UTF_8);
        // The index is a manifest too, so that it can lead to itself.
        Files.createDirectories(folder.resolve("blobs/sha256"));
        read("oci-dir", folder);
    }

    private static void read(String kind, Path path) throws IOException, InterruptedException {
        ScanOptions options =
                new ScanOptions(
                        path,
                        Optional.empty(),
                        LIMITS,
                        Optional.empty(),
                        Access.FILES_ONLY,
                        LocalDate.of(2026, 11, 22),
                        "fuzz");
        try {
            new Scanner(options, Progress.SILENT).read(new Target(kind, path.toString()));
        } catch (TargetFormatException
                | ImageFormatException
                | ImageNotFoundException
                | LimitExceededException documented) {
            String message = String.valueOf(documented.getMessage());
            FuzzTarget.require(!message.isBlank(), "an error without a message");
        }
    }

    /// A layer through all catalogers and laid over itself.
    public static void layer(byte[] input) throws IOException, InterruptedException {
        LayerVisitor visitor =
                new LayerVisitor(
                        new SelectorIndex(Catalogers.all()),
                        LIMITS,
                        Scratch.write("spool", new byte[0]).resolveSibling(""));
        LayerResult result = layerOf(input).read(visitor, bytes -> {});
        LayerInventory inventory = visitor.finish(result);
        FuzzTarget.require(
                LayerCodec.decode(LayerCodec.encode(inventory)).isPresent(),
                "a cached layer that is no longer read");
        List<LayerInventory> layers = List.of(inventory, inventory);
        Squash squash = new Squash(layers, Scope.SQUASHED);
        LinkedFiles.find(squash.links(), new SelectorIndex(Catalogers.all()), layers);
        Inventory built = InventoryBuilder.build(squash, layers, new ArrayList<>());
        FuzzTarget.require(built.problems() != null, "no problems");
    }

    static StoredLayer layerOf(byte[] input) {
        return new StoredLayer(
                new LayerDescription(
                        Optional.empty(), Optional.empty(), input.length, "", "", "fuzzed"),
                new Promise(
                        Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty()),
                blob(input),
                LIMITS);
    }

    /// A file of the cache, whose checksum is made right so that what follows it is reached.
    public static void layerCache(byte[] input) throws IOException {
        FuzzTarget.require(
                LayerCodec.decode(input).isEmpty() || input.length > Long.BYTES,
                "nothing is an inventory");
        byte[] sealed = Arrays.copyOf(input, input.length + Long.BYTES);
        java.nio.ByteBuffer.wrap(sealed)
                .putLong(input.length, LayerCodec.checksum(input, input.length));
        Optional<LayerInventory> read = LayerCodec.decode(sealed);
        if (read.isPresent()) {
            byte[] again = LayerCodec.encode(read.get());
            FuzzTarget.require(LayerCodec.decode(again).isPresent(), "written but not read");
        }
    }

    private static Blob blob(byte[] content) {
        return new Blob() {
            @Override
            public String where() {
                return "fuzzed";
            }

            @Override
            public long size() {
                return content.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
    }
}
