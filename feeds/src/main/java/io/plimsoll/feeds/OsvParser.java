package io.plimsoll.feeds;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.advisory.AdvisoryPages;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Score;
import io.plimsoll.model.VersionRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one OSV record.
///
/// Source: OSV schema 1.7.5, and the `database_specific` members of the feeds that use them.
final class OsvParser {
    private static final int ISO_DATE = 10;

    private OsvParser() {}

    /// One record: the advisory, and what it says of each package.
    record Parsed(Advisory advisory, List<OsvAffected> affected) {}

    /// What a record says of one package, in its own words.
    record OsvAffected(
            String ecosystem,
            String name,
            List<VersionRange> ranges,
            List<String> versions,
            String status,
            String module,
            String note) {}

    /// @throws FeedFormatException if the record lacks what every record must have
    static Parsed parse(JsonObject record) throws FeedFormatException {
        String id = record.text("id");
        if (id.isEmpty()) {
            throw new FeedFormatException("the record has no id");
        }
        JsonObject specific = record.object("database_specific");
        Advisory advisory =
                new Advisory(
                        id,
                        record.texts("aliases"),
                        upstream(record),
                        date(record.text("published")),
                        date(record.text("modified")),
                        record.has("withdrawn"),
                        severityWord(record, specific),
                        scores(record, specific),
                        cwes(specific),
                        specific.text("source"),
                        specific.text("license"),
                        url(id, record.objects("references")),
                        record.text("summary"));
        List<OsvAffected> affected = new ArrayList<>();
        for (JsonObject each : record.objects("affected")) {
            affected.add(affected(each, specific));
        }
        return new Parsed(advisory, affected);
    }

    private static OsvAffected affected(JsonObject affected, JsonObject recordSpecific)
            throws FeedFormatException {
        JsonObject specific = affected.object("database_specific");
        JsonObject thePackage = affected.object("package");
        if (thePackage.text("name").isEmpty() || thePackage.text("ecosystem").isEmpty()) {
            throw new FeedFormatException("affected[].package has no name or no ecosystem");
        }
        JsonObject ecosystemSpecific = affected.object("ecosystem_specific");
        List<JsonObject> custom = ecosystemSpecific.objects("custom_ranges");
        return new OsvAffected(
                thePackage.text("ecosystem"),
                thePackage.text("name"),
                ranges(custom.isEmpty() ? affected.objects("ranges") : custom),
                affected.texts("versions"),
                specific.text("status"),
                recordSpecific.text("module"),
                note(specific, recordSpecific));
    }

    /// Ids that the advisory answers. Errata of publishers that fill only `related` name their CVEs
    /// there.
    private static List<String> upstream(JsonObject record) {
        List<String> upstream = record.texts("upstream");
        if (!upstream.isEmpty() || !record.texts("aliases").isEmpty()) {
            return upstream;
        }
        boolean namesVulnerability = record.text("id").contains("CVE-");
        return namesVulnerability
                ? List.of()
                : record.texts("related").stream().filter(id -> id.startsWith("CVE-")).toList();
    }

    /// The publisher's page, where it does not follow from the id.
    private static String url(String id, List<JsonObject> references) {
        if (AdvisoryPages.of(id).isPresent()) {
            return "";
        }
        return references.stream()
                .filter(reference -> reference.text("type").equals("ADVISORY"))
                .map(reference -> reference.text("url"))
                .findFirst()
                .orElse("");
    }

    private static List<VersionRange> ranges(List<JsonObject> ranges) {
        List<VersionRange> parsed = new ArrayList<>();
        for (JsonObject range : ranges) {
            if (!range.text("type").equals("GIT")) {
                parsed.add(
                        new VersionRange(
                                range.objects("events").stream()
                                        .flatMap(OsvParser::events)
                                        .toList()));
            }
        }
        return parsed;
    }

    private static Stream<VersionRange.Event> events(JsonObject event) {
        return event.members().entrySet().stream()
                .flatMap(member ->
                        kind(member.getKey())
                                .map(kind ->
                                        new VersionRange.Event(kind, member.getValue().asText()))
                                .stream());
    }

    private static Optional<VersionRange.Kind> kind(String name) {
        return switch (name) {
            case "introduced" -> Optional.of(VersionRange.Kind.INTRODUCED);
            case "fixed" -> Optional.of(VersionRange.Kind.FIXED);
            case "last_affected" -> Optional.of(VersionRange.Kind.LAST_AFFECTED);
            case "limit" -> Optional.of(VersionRange.Kind.LIMIT);
            default -> Optional.empty();
        };
    }

    private static String severityWord(JsonObject record, JsonObject specific) {
        String word = specific.text("severity");
        return word.isEmpty() ? record.object("ecosystem_specific").text("severity") : word;
    }

    private static List<Score> scores(JsonObject record, JsonObject specific) {
        String source = specific.text("severity_source");
        String by = source.isEmpty() ? specific.text("source") : source;
        List<Score> scores = new ArrayList<>();
        addScores(record.objects("severity"), by, scores);
        for (JsonObject affected : record.objects("affected")) {
            addScores(affected.objects("severity"), by, scores);
        }
        return scores.stream().distinct().toList();
    }

    private static void addScores(List<JsonObject> severities, String by, List<Score> scores) {
        for (JsonObject severity : severities) {
            if (severity.text("type").startsWith("CVSS") && !severity.text("score").isEmpty()) {
                CvssVectors.score(by, severity.text("score")).ifPresent(scores::add);
            }
        }
    }

    private static List<Integer> cwes(JsonObject specific) {
        return specific.array("cwe_ids").values().stream()
                .map(JsonValue::asText)
                .flatMap(text -> cwe(text).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// The number of `CWE-79`; nothing for other words, such as `NVD-CWE-noinfo`.
    static Optional<Integer> cwe(String text) {
        if (!text.startsWith("CWE-") || text.length() > 12) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(text.substring(4)));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static String note(JsonObject specific, JsonObject recordSpecific) {
        if (!specific.text("precision").isEmpty()) {
            return specific.text("precision");
        }
        return recordSpecific.has("bound_unknown") ? "bound-unknown" : "";
    }

    /// The day of an RFC 3339 time; nothing where it is none.
    static Optional<LocalDate> date(String time) {
        if (time.length() < ISO_DATE) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(time.substring(0, ISO_DATE)));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
