package io.plimsoll.report.peers;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.TargetDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The member `Results`: system packages first, then one result for each kind of language package.
final class TrivyResults {
    private final ScanReport report;
    private final Map<String, List<Finding>> findings;
    private final Map<String, List<Suppressed>> suppressed;
    private final TrivyPackage packages;
    private final String family;

    TrivyResults(ScanReport report) {
        this.report = report;
        this.findings =
                report.assessment().findings().stream()
                        .collect(Collectors.groupingBy(Finding::packageId));
        this.suppressed =
                report.assessment().suppressed().stream()
                        .collect(Collectors.groupingBy(each -> each.finding().packageId()));
        this.packages = new TrivyPackage(report, digests(report.target()));
        this.family = TrivyWords.family(report.inventory().distribution());
    }

    private static Map<Digest, Digest> digests(TargetDescription target) {
        Map<Digest, Digest> digests = new LinkedHashMap<>();
        for (TargetDescription.LayerSummary layer : target.layers()) {
            if (layer.diffId().isPresent() && layer.digest().isPresent()) {
                digests.put(layer.diffId().get(), layer.digest().get());
            }
        }
        return digests;
    }

    /// A package at one of its places; system packages have one place.
    record Item(InstalledPackage installed, Optional<Location> location) {
        /// The file of a language package; empty for a system package.
        String path() {
            return installed.record().type().isSystem()
                    ? ""
                    : location.map(each -> TrivyWords.path(each.evidence().path())).orElse("");
        }

        Optional<Digest> layer() {
            return location.flatMap(Location::layer);
        }
    }

    private record Result(String target, String kind, String type, List<Item> items) {}

    void write(JsonWriter json) {
        json.array("Results", results(), each -> json.object(() -> result(each, json)));
    }

    private List<Result> results() {
        List<Item> system = new ArrayList<>();
        Map<String, Result> languages = new TreeMap<>();
        for (InstalledPackage installed : report.inventory().packages()) {
            PackageType type = installed.record().type();
            if (type.isSystem()) {
                system.add(new Item(installed, installed.locations().stream().findFirst()));
                continue;
            }
            for (Location location : installed.locations()) {
                Item item = new Item(installed, Optional.of(location));
                String word = TrivyWords.type(type);
                String target = TrivyWords.target(type, item.path());
                languages
                        .computeIfAbsent(
                                word + "\0" + target,
                                any ->
                                        new Result(
                                                target,
                                                word.isEmpty() ? "unknown" : "lang-pkgs",
                                                word,
                                                new ArrayList<>()))
                        .items()
                        .add(item);
            }
        }
        List<Result> results = new ArrayList<>();
        Distribution distribution = report.inventory().distribution();
        if (distribution.isKnown() || !system.isEmpty()) {
            results.add(new Result(systemTarget(distribution), "os-pkgs", family, system));
        }
        results.addAll(languages.values());
        return results;
    }

    private String systemTarget(Distribution distribution) {
        String system = (family + " " + distribution.versionId()).strip();
        return report.target().reference() + (system.isEmpty() ? "" : " (" + system + ")");
    }

    private void result(Result result, JsonWriter json) {
        json.text("Target", result.target());
        json.text("Class", result.kind());
        json.textIfAny("Type", result.type());
        if (!result.items().isEmpty()) {
            json.array(
                    "Packages",
                    result.items(),
                    item -> json.object(() -> packages.write(item, json)));
        }
        List<Runnable> vulnerabilities = new ArrayList<>();
        List<Runnable> modified = new ArrayList<>();
        for (Item item : result.items()) {
            for (Finding each : findings.getOrDefault(item.installed().id(), List.of())) {
                vulnerabilities.add(() -> vulnerability(each, item, json));
            }
            for (Suppressed each : suppressed.getOrDefault(item.installed().id(), List.of())) {
                modified.add(() -> modified(each, item, json));
            }
        }
        if (!vulnerabilities.isEmpty()) {
            json.array("Vulnerabilities", vulnerabilities, json::object);
        }
        if (!modified.isEmpty()) {
            json.array("ExperimentalModifiedFindings", modified, json::object);
        }
    }

    private void vulnerability(Finding finding, Item item, JsonWriter json) {
        new TrivyVulnerability(finding, item, packages, family).write(json);
    }

    private void modified(Suppressed each, Item item, JsonWriter json) {
        boolean vex = each.by().toLowerCase(Locale.ROOT).contains("vex");
        json.text("Type", "vulnerability");
        json.text("Status", vex ? "not_affected" : "ignored");
        json.text("Statement", each.reason());
        json.text("Source", each.by());
        json.object("Finding", () -> vulnerability(each.finding(), item, json));
    }
}
