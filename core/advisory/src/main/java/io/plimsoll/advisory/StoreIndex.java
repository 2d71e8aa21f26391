package io.plimsoll.advisory;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The store's `index.json`: which segments make up the current set.
///
/// @param created when the set was built
/// @param segments sorted by name
/// @param patches that lead to these segments from older ones, sorted by digest
public record StoreIndex(Instant created, List<SegmentInfo> segments, List<PatchInfo> patches) {
    public static final String FILE_NAME = "index.json";

    /// The file beside the index that vouches for its bytes.
    public static final String SIGNATURE_FILE_NAME = "index.json.sig";

    /// Bytes that an index may have: a hundred times what one has.
    public static final int MAX_SIZE = 8 * 1024 * 1024;

    private static final String SCHEMA = "plimsoll-db/1";

    public StoreIndex {
        segments = segments.stream().sorted(Comparator.comparing(SegmentInfo::name)).toList();
        patches = patches.stream().sorted(Comparator.comparing(PatchInfo::digest)).toList();
    }

    /// An index without patches.
    public StoreIndex(Instant created, List<SegmentInfo> segments) {
        this(created, segments, List.of());
    }

    /// The same set with patches.
    public StoreIndex with(List<PatchInfo> all) {
        return new StoreIndex(created, segments, all);
    }

    /// The segment with this name.
    public Optional<SegmentInfo> find(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    /// Reads an index.
    ///
    /// @param where names the file in errors
    /// @throws AdvisoryStoreException if it is none of this version
    public static StoreIndex parse(byte[] bytes, String where) throws AdvisoryStoreException {
        try {
            JsonObject root = Json.parse(bytes).asObject();
            if (!root.text("schema").equals(SCHEMA)) {
                throw new AdvisoryStoreException(
                        where
                                + " has schema '"
                                + root.text("schema")
                                + "', this program reads "
                                + SCHEMA
                                + "; run `plimsoll db update`");
            }
            StoreIndex index =
                    new StoreIndex(
                            Instant.parse(root.text("created")),
                            root.objects("segments").stream().map(StoreIndex::segment).toList(),
                            root.objects("patches").stream().map(StoreIndex::patch).toList());
            IndexLimits.check(index.segments(), index.patches());
            return index;
        } catch (JsonFormatException | DateTimeException | IllegalArgumentException broken) {
            throw new AdvisoryStoreException(
                    where
                            + " is damaged ("
                            + broken.getMessage()
                            + "); run `plimsoll db update`, or remove the folder to use the data"
                            + " that ships with the program",
                    broken);
        }
    }

    /// The index as it is stored.
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("schema", SCHEMA);
                json.text("created", created.toString());
                json.array("segments", segments, segment -> write(segment, json));
                if (!patches.isEmpty()) {
                    json.array("patches", patches, patch -> write(patch, json));
                }
            });
        }
        return out.toByteArray();
    }

    private static void write(SegmentInfo segment, JsonWriter json) {
        json.object(() -> {
            json.text("name", segment.name());
            json.text("kind", segment.kind().name().toLowerCase(Locale.ROOT));
            json.text("ecosystem", segment.ecosystem());
            json.text("digest", segment.digest().toString());
            json.number("size", segment.size());
            json.number("records", segment.records());
            json.number("packages", segment.packages());
            json.textOrNull("modified", segment.modified().map(LocalDate::toString).orElse(""));
            json.texts("sources", segment.sources());
            json.text("license", segment.license());
        });
    }

    private static void write(PatchInfo patch, JsonWriter json) {
        json.object(() -> {
            json.text("from", patch.from().toString());
            json.text("to", patch.to().toString());
            json.text("digest", patch.digest().toString());
            json.number("size", patch.size());
        });
    }

    private static PatchInfo patch(JsonObject json) {
        return new PatchInfo(
                Digest.parse(json.text("from")),
                Digest.parse(json.text("to")),
                Digest.parse(json.text("digest")),
                Long.parseLong(json.text("size")));
    }

    private static SegmentInfo segment(JsonObject json) {
        String modified = json.text("modified");
        return new SegmentInfo(
                json.text("name"),
                SegmentInfo.Kind.valueOf(json.text("kind").toUpperCase(Locale.ROOT)),
                json.text("ecosystem"),
                Digest.parse(json.text("digest")),
                Long.parseLong(json.text("size")),
                Integer.parseInt(json.text("records")),
                Integer.parseInt(json.text("packages")),
                modified.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(modified)),
                json.texts("sources"),
                json.text("license"));
    }
}
