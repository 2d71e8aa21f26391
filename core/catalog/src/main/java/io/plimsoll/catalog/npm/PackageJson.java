package io.plimsoll.catalog.npm;

import io.plimsoll.catalog.ProblemList;
import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The members of one `package.json`, as a package.
final class PackageJson {
    private static final JsonValue NOTHING = new JsonValue.Null();

    private final Map<String, JsonValue> members;
    private final ProblemList problems;

    PackageJson(Map<String, JsonValue> members, ProblemList problems) {
        this.members = members;
        this.problems = problems;
    }

    Optional<PackageRecord> read(String path, NpmPlace place) {
        boolean installed = place == NpmPlace.INSTALLED;
        String name = text("name");
        String version = text("version");
        if (name.isEmpty() && version.isEmpty()) {
            if (installed && problems.isEmpty()) {
                problems.malformed("an installed package without \"name\" and \"version\"");
            }
            return Optional.empty();
        }
        if (!installed && (name.isEmpty() || version.isEmpty())) {
            return Optional.empty();
        }
        String detail = "";
        if (name.isEmpty()) {
            name = NpmPlace.folderName(path);
            detail = "name from the folder";
        }
        if (!NpmName.isValid(name)) {
            problems.malformed("\"name\" is no package name: " + ProblemList.quote(name));
            return Optional.empty();
        }
        if (version.isEmpty() && problems.isEmpty()) {
            problems.malformed("no \"version\" of " + ProblemList.quote(name));
        }
        return Optional.of(
                record(name, version, new Evidence(path, IdentifiedBy.METADATA, detail)));
    }

    private PackageRecord record(String name, String version, Evidence evidence) {
        return PackageRecord.builder(PackageType.NPM, NpmName.bare(name), version)
                .namespace(NpmName.scope(name))
                .licenses(licenses())
                .relations(requires(), List.of())
                .evidence(evidence)
                .build();
    }

    /// A string without blanks at its ends; empty where there is none.
    private String text(String member) {
        return switch (value(member)) {
            case JsonValue.Text(String value) -> value.strip();
            case JsonValue.Null _ -> "";
            case JsonValue.Numeral(String value) -> wrongType(member, "the number " + value);
            case JsonValue.Truth(boolean value) -> wrongType(member, String.valueOf(value));
            case JsonArray _ -> wrongType(member, "an array");
            case JsonObject _ -> wrongType(member, "an object");
        };
    }

    private String wrongType(String member, String found) {
        String shown = found.substring(0, Math.min(found.length(), 80));
        problems.malformed("\"" + member + "\" is no string but " + shown);
        return "";
    }

    private JsonValue value(String member) {
        return members.getOrDefault(member, NOTHING);
    }

    private List<String> licenses() {
        List<String> found = new ArrayList<>();
        addLicenses(value("license"), found);
        addLicenses(value("licenses"), found);
        return found.stream().distinct().toList();
    }

    /// An expression, or one of the older forms: `{"type": …, "url": …}`, and an array of either.
    private static void addLicenses(JsonValue value, List<String> found) {
        if (value instanceof JsonArray(List<JsonValue> values)) {
            values.forEach(one -> addLicense(one, found));
        } else {
            addLicense(value, found);
        }
    }

    private static void addLicense(JsonValue value, List<String> found) {
        String license = value instanceof JsonObject object ? object.text("type") : value.asText();
        if (!license.isBlank()) {
            found.add(license.strip());
        }
    }

    /// What is needed at run time. Of two ranges the optional one counts, as for npm.
    private List<String> requires() {
        Map<String, String> ranges = new LinkedHashMap<>();
        for (String member : List.of("dependencies", "optionalDependencies")) {
            switch (value(member)) {
                case JsonObject(Map<String, JsonValue> entries) ->
                        entries.forEach((name, range) -> ranges.put(name, range.asText().strip()));
                case JsonArray names -> names.texts().forEach(name -> ranges.put(name, ""));
                case JsonValue.Text _,
                        JsonValue.Numeral _,
                        JsonValue.Truth _,
                        JsonValue.Null _ -> {}
            }
        }
        List<String> requires = new ArrayList<>(ranges.size());
        ranges.forEach((name, range) -> requires.add(range.isEmpty() ? name : name + "@" + range));
        return requires;
    }
}
