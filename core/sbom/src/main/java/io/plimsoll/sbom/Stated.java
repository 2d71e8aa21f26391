package io.plimsoll.sbom;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.Location;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What our own documents say of a package in the names that begin with `plimsoll:`. CycloneDX has
/// them as properties, SPDX as one JSON object in a comment.
///
/// @param values by name, without the beginning
public record Stated(Map<String, List<String>> values) {
    public static final Stated NOTHING = new Stated(Map.of());

    private static final String PREFIX = "plimsoll:";
    private static final int DEPTH = 3;

    /// Path, how it was recognised, layer, detail.
    private static final int LOCATION_PARTS = 4;

    public Stated {
        values = Map.copyOf(values);
    }

    /// Those properties of a CycloneDX component that are ours.
    static Stated ofProperties(List<JsonObject> properties) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (JsonObject property : properties) {
            String name = property.text("name");
            if (name.startsWith(PREFIX)) {
                values.computeIfAbsent(name.substring(PREFIX.length()), any -> new ArrayList<>())
                        .add(property.text("value"));
            }
        }
        return new Stated(values);
    }

    /// A comment that is a JSON object of lists of texts; nothing where it is another's.
    static Stated ofComment(String comment) {
        if (!comment.startsWith("{\"" + PREFIX)) {
            return NOTHING;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        try {
            JsonObject object =
                    Json.parse(comment.getBytes(StandardCharsets.UTF_8), DEPTH, comment.length())
                            .asObject();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                if (member.getKey().startsWith(PREFIX)) {
                    values.put(
                            member.getKey().substring(PREFIX.length()),
                            object.texts(member.getKey()));
                }
            }
        } catch (JsonFormatException somebodyElses) {
            return NOTHING;
        }
        return new Stated(values);
    }

    /// Whether the document is ours: then what it does not say is not so.
    public boolean isOurs() {
        return !first("package:type").isEmpty();
    }

    /// The first value; empty where there is none.
    public String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /// All values, in the order of the document.
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// Where the package was found.
    List<Location> locations() {
        List<Location> locations = new ArrayList<>();
        for (String text : all("location")) {
            String[] parts = text.split("\t", -1);
            if (parts.length == LOCATION_PARTS) {
                locations.add(location(parts[0], parts[1], parts[2], parts[3]));
            }
        }
        return locations;
    }

    static Location location(String path, String identifiedBy, String layer, String detail) {
        return new Location(new Evidence(path, identifiedBy(identifiedBy), detail), layer(layer));
    }

    /// The diff id of a layer; none where the text is no digest.
    static Optional<Digest> layer(String text) {
        return Digest.tryParse(text);
    }

    private static IdentifiedBy identifiedBy(String word) {
        for (IdentifiedBy each : IdentifiedBy.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return IdentifiedBy.SBOM;
    }
}
