package io.plimsoll.report.sarif;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.Suppressed;
import io.plimsoll.report.common.Ratings;
import io.plimsoll.report.common.Sentences;
import io.plimsoll.report.common.Uris;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The rules of a run, one a vulnerability, and the weaknesses (CWE) that they name.
final class SarifRules {
    /// Code scanning takes twenty tags a rule.
    private static final int MOST_CWES = 12;

    private final Map<String, InstalledPackage> packages;
    private final Map<String, List<Finding>> byId = new TreeMap<>();
    private final Map<String, Integer> indexes = new TreeMap<>();
    private final List<Integer> weaknesses;
    private final SarifChecks checks;

    private SarifRules(ScanReport report) {
        packages = report.packagesById();
        checks = new SarifChecks(report);
        report.assessment().findings().forEach(this::add);
        report.assessment().suppressed().stream().map(Suppressed::finding).forEach(this::add);
        TreeSet<Integer> cwes = new TreeSet<>();
        for (Map.Entry<String, List<Finding>> each : byId.entrySet()) {
            each.getValue().sort(ScanReport.WORST_FIRST);
            indexes.put(each.getKey(), indexes.size());
            cwes.addAll(each.getValue().getFirst().facts().cwes());
        }
        weaknesses = List.copyOf(cwes);
    }

    static SarifRules of(ScanReport report) {
        return new SarifRules(report);
    }

    private void add(Finding finding) {
        byId.computeIfAbsent(finding.id(), any -> new ArrayList<>()).add(finding);
    }

    int indexOf(Finding finding) {
        return indexes.getOrDefault(finding.id(), -1);
    }

    /// What checks found, with the rules behind those of vulnerabilities.
    List<Consumer<JsonWriter>> checkResults() {
        return checks.results(byId.size());
    }

    void write(JsonWriter json) {
        List<Consumer<JsonWriter>> rules = new ArrayList<>();
        byId.values().forEach(each -> rules.add(to -> rule(each, to)));
        rules.addAll(checks.rules());
        json.array("rules", rules, each -> json.object(() -> each.accept(json)));
        if (!weaknesses.isEmpty()) {
            json.array(
                    "supportedTaxonomies",
                    List.of("CWE"),
                    name ->
                            json.object(() -> {
                                json.text("name", name);
                                json.number("index", 0);
                            }));
        }
    }

    private void rule(List<Finding> findings, JsonWriter json) {
        Finding worst = findings.getFirst();
        json.text("id", worst.id());
        json.text("name", name(worst));
        SarifText.message("shortDescription", Sentences.title(worst), json);
        SarifText.message("fullDescription", description(worst), json);
        json.object("defaultConfiguration", () -> json.text("level", level(worst.severity())));
        worst.urls().stream()
                .filter(Uris::isWeb)
                .findFirst()
                .ifPresent(url -> json.text("helpUri", url));
        json.object(
                "help",
                () -> {
                    json.text("text", SarifText.plain(help(findings)));
                    json.text("markdown", SarifHelp.markdown(findings, packages));
                });
        if (!worst.facts().cwes().isEmpty()) {
            json.array("relationships", worst.facts().cwes(), cwe -> relationship(cwe, json));
        }
        json.object("properties", () -> properties(worst, json));
    }

    private String name(Finding finding) {
        InstalledPackage installed = packages.get(finding.packageId());
        return installed != null && installed.record().type().isSystem()
                ? "OsPackageVulnerability"
                : "LanguageSpecificPackageVulnerability";
    }

    private static String description(Finding finding) {
        List<String> names = new ArrayList<>(finding.aliases());
        if (!finding.facts().title().isEmpty()) {
            names.addFirst(finding.id());
        }
        String known = names.isEmpty() ? "" : ", known as " + String.join(", ", names);
        return Sentences.title(finding) + known + ".";
    }

    private String help(List<Finding> findings) {
        StringBuilder help = new StringBuilder(description(findings.getFirst()));
        for (Finding finding : findings) {
            help.append('\n')
                    .append(SarifHelp.named(finding, packages))
                    .append(": ")
                    .append(Sentences.remedy(finding));
        }
        for (String url : findings.getFirst().urls()) {
            help.append('\n').append(url);
        }
        return help.toString();
    }

    private static void relationship(int cwe, JsonWriter json) {
        json.object(() -> {
            json.object(
                    "target",
                    () -> {
                        json.text("id", "CWE-" + cwe);
                        json.object("toolComponent", () -> json.text("name", "CWE"));
                    });
            json.texts("kinds", List.of("superset"));
        });
    }

    private static void properties(Finding worst, JsonWriter json) {
        Ratings.number(worst)
                .ifPresent(score -> json.text("security-severity", Double.toString(score)));
        json.text("precision", "very-high");
        json.texts("tags", tags(worst));
        json.texts("aliases", worst.aliases());
        json.text("severity", worst.severity().word());
        json.array(
                "cvss",
                worst.facts().scores(),
                score ->
                        json.object(() -> {
                            json.text("source", score.source());
                            json.text("vector", score.vector());
                            json.number("score", score.value());
                        }));
        worst.facts().epss().ifPresent(epss -> json.number("epss", epss.score()));
        worst.facts().knownExploited().ifPresent(day -> json.text("kev", day.toString()));
    }

    private static List<String> tags(Finding worst) {
        List<String> tags = new ArrayList<>(List.of("security", "vulnerability"));
        tags.add(worst.severity().word());
        worst.facts().cwes().stream()
                .limit(MOST_CWES)
                .forEach(cwe -> tags.add("external/cwe/cwe-" + cwe));
        worst.facts().knownExploited().ifPresent(any -> tags.add("known-exploited"));
        return tags;
    }

    /// The taxonomy that the relationships point to; nothing where no rule has a weakness.
    void writeTaxonomy(JsonWriter json) {
        if (weaknesses.isEmpty()) {
            return;
        }
        json.array(
                "taxonomies",
                List.of("CWE"),
                name ->
                        json.object(() -> {
                            json.text("name", name);
                            json.text("organization", "MITRE");
                            json.text("informationUri", "https://cwe.mitre.org/");
                            json.array(
                                    "taxa", weaknesses, cwe -> json.object(() -> taxon(cwe, json)));
                        }));
    }

    private static void taxon(int cwe, JsonWriter json) {
        json.text("id", "CWE-" + cwe);
        json.text("helpUri", "https://cwe.mitre.org/data/definitions/" + cwe + ".html");
    }

    /// How a severity counts in SARIF's scale of three. What nobody has rated warns.
    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM, UNKNOWN -> "warning";
            case LOW, NEGLIGIBLE -> "note";
        };
    }
}
