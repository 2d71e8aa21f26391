package io.plimsoll.report.sarif;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.report.common.Hashes;
import io.plimsoll.report.common.Sentences;
import io.plimsoll.report.common.Uris;
import io.plimsoll.report.compare.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The results of a run: one a finding and place, those suppressed last.
///
/// A place is the file that a language package was recognised by. System packages lie in the database
/// of all, so theirs is the target itself.
final class SarifResults {
    private static final int LINE_HASH = 16;

    private final ScanReport report;
    private final Map<String, InstalledPackage> packages;
    private final SarifRules rules;
    private final Instructions instructions;
    private final Optional<States> states;

    SarifResults(
            ScanReport report,
            SarifRules rules,
            Instructions instructions,
            Optional<States> states) {
        this.states = states;
        this.report = report;
        this.packages = report.packagesById();
        this.rules = rules;
        this.instructions = instructions;
    }

    /// @param path the file; empty for the target itself
    private record Result(
            Finding finding, InstalledPackage installed, String path, Optional<Suppressed> by) {}

    void write(JsonWriter json) {
        List<Result> results = new ArrayList<>();
        for (Finding finding : report.assessment().findings()) {
            add(finding, Optional.empty(), results);
        }
        for (Suppressed each : report.assessment().suppressed()) {
            add(each.finding(), Optional.of(each), results);
        }
        List<Consumer<JsonWriter>> all = new ArrayList<>();
        results.forEach(each -> all.add(to -> result(each, to)));
        all.addAll(rules.checkResults());
        json.array("results", all, each -> json.object(() -> each.accept(json)));
    }

    private void add(Finding finding, Optional<Suppressed> by, List<Result> results) {
        InstalledPackage installed = packages.get(finding.packageId());
        if (installed == null) {
            return;
        }
        paths(installed).forEach(path -> results.add(new Result(finding, installed, path, by)));
    }

    private static List<String> paths(InstalledPackage installed) {
        if (installed.record().type().isSystem()) {
            return List.of("");
        }
        List<String> paths =
                installed.locations().stream()
                        .map(location -> location.evidence().path())
                        .distinct()
                        .toList();
        return paths.isEmpty() ? List.of("") : paths;
    }

    private void result(Result result, JsonWriter json) {
        Finding finding = result.finding();
        json.text("ruleId", finding.id());
        json.number("ruleIndex", rules.indexOf(finding));
        json.text("level", SarifRules.level(finding.severity()));
        SarifText.message("message", message(result), json);
        json.array("locations", List.of(result), only -> json.object(() -> location(only, json)));
        String print = fingerprint(result);
        json.object(
                "partialFingerprints",
                () -> {
                    json.text("primaryLocationLineHash", print.substring(0, LINE_HASH) + ":1");
                    json.text("plimsollFinding/v1", print);
                });
        states.ifPresent(known -> json.text("baselineState", known.of(finding)));
        suppressions(result, json);
        json.object("properties", () -> properties(result, json));
    }

    private static String message(Result result) {
        Finding finding = result.finding();
        String where = result.path().isEmpty() ? "" : " in " + result.path();
        return Sentences.named(result.installed())
                + where
                + " has "
                + finding.id()
                + " ("
                + finding.severity().word()
                + "): "
                + Sentences.remedy(finding)
                + ".";
    }

    private void location(Result result, JsonWriter json) {
        Optional<Instructions.Place> place = instructions.of(result.finding());
        if (place.isPresent()) {
            json.object("physicalLocation", () -> dockerfile(place.get(), json));
        } else if (result.path().isEmpty()) {
            json.object(
                    "physicalLocation",
                    () -> {
                        json.object(
                                "artifactLocation",
                                () -> json.text("uri", Uris.relative(report.target().reference())));
                        whole(json);
                    });
        } else {
            physical(result.path(), json);
        }
        json.array(
                "logicalLocations",
                List.of(result.installed()),
                installed ->
                        json.object(() -> {
                            json.text("name", installed.record().fullName());
                            json.text(
                                    "fullyQualifiedName",
                                    installed.record().fullName()
                                            + "@"
                                            + installed.record().version());
                            json.text("kind", "package");
                        }));
    }

    private static void dockerfile(Instructions.Place place, JsonWriter json) {
        json.object("artifactLocation", () -> json.text("uri", Uris.relative(place.file())));
        json.object(
                "region",
                () -> {
                    json.number("startLine", place.startLine());
                    json.number("endLine", place.endLine());
                });
    }

    /// A file of the target.
    static void physical(String path, JsonWriter json) {
        json.object(
                "physicalLocation",
                () -> {
                    json.object(
                            "artifactLocation",
                            () -> {
                                json.text("uri", Uris.relative(path));
                                json.text("uriBaseId", SarifReport.ROOT);
                            });
                    whole(json);
                });
    }

    /// Code scanning asks for a line; the first stands for the whole.
    private static void whole(JsonWriter json) {
        json.object("region", () -> json.number("startLine", 1));
    }

    /// The same in each scan as long as the package has the vulnerability at this place, whatever
    /// its version, its layer and the target's tag.
    private static String fingerprint(Result result) {
        return Hashes.of(
                result.finding().id(),
                result.installed().record().type().purlType(),
                result.installed().record().fullName(),
                result.path());
    }

    /// All results have the member or none has (section 3.27.23).
    private void suppressions(Result result, JsonWriter json) {
        if (report.assessment().suppressed().isEmpty()) {
            return;
        }
        json.array(
                "suppressions",
                result.by().stream().toList(),
                by ->
                        json.object(() -> {
                            json.text("kind", "external");
                            json.text("status", "accepted");
                            json.text("justification", justification(by));
                        }));
    }

    private static String justification(Suppressed by) {
        String reason = by.reason().isEmpty() ? "" : ": " + by.reason();
        String until = by.expires().map(day -> ", until " + day).orElse("");
        return SarifText.plain(by.by() + reason + until);
    }

    private static void properties(Result result, JsonWriter json) {
        Finding finding = result.finding();
        json.text("purl", result.installed().purl());
        json.text("installedVersion", result.installed().record().version());
        json.texts("fixedVersions", finding.fix().versions());
        json.text("fixState", finding.fix().state().word());
        json.text("severity", finding.severity().word());
        json.textIfAny("severitySource", finding.severitySource());
        json.text("origin", finding.origin().word());
        json.textIfAny("layer", finding.layer().map(Digest::toString).orElse(""));
        json.textIfAny("instruction", finding.instruction());
        json.text("advisory", finding.how().advisory());
        json.text("compared", finding.how().compared());
    }
}
