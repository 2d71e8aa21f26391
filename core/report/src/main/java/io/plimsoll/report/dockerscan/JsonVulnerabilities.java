package io.plimsoll.report.dockerscan;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.model.Suppressed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The member `vulnerabilities` of a result of `docker scan --json`.
final class JsonVulnerabilities {
    private final ScanReport report;
    private final DockerScanView view;
    private final Project project;
    private final DependencyGraph graph;
    private final JsonWriter json;

    JsonVulnerabilities(
            ScanReport report,
            DockerScanView view,
            Project project,
            DependencyGraph graph,
            JsonWriter json) {
        this.report = report;
        this.view = view;
        this.project = project;
        this.graph = graph;
        this.json = json;
    }

    /// One entry for each way to a vulnerable package.
    void byPath(List<Issue> issues) {
        record Way(Issue issue, List<String> path) {}
        List<Way> ways = new ArrayList<>();
        for (Issue issue : issues) {
            DockerScanJson.ways(graph, issue).forEach(path -> ways.add(new Way(issue, path)));
        }
        json.array(
                "vulnerabilities",
                ways,
                way ->
                        json.object(() -> {
                            members(way.issue);
                            json.texts("from", rooted(way.path));
                            upgradePath(way.issue, way.path);
                            json.text("name", way.issue.name());
                            place(way.issue.finding());
                        }));
    }

    /// What does not count, one entry for each way, with what left it out.
    void ignored(List<Project.Ignored> ignored) {
        record Way(Project.Ignored ignored, List<String> path) {}
        List<Way> ways = new ArrayList<>();
        for (Project.Ignored each : ignored) {
            DockerScanJson.ways(graph, each.issue()).forEach(path -> ways.add(new Way(each, path)));
        }
        json.array(
                "ignore",
                ways,
                way ->
                        json.object(() -> {
                            Issue issue = way.ignored.issue();
                            members(issue);
                            json.texts("from", rooted(way.path));
                            upgradePath(issue, way.path);
                            json.text("name", issue.name());
                            place(issue.finding());
                            json.object("filtered", () -> why(way.ignored.by(), way.path));
                        }));
    }

    private void why(Suppressed by, List<String> path) {
        json.array(
                "ignored",
                List.of(by),
                each ->
                        json.object(() -> {
                            json.text("reason", each.reason());
                            json.textOrNull(
                                    "expires",
                                    each.expires().map(JsonVulnerabilities::instant).orElse(""));
                            json.text("source", each.by());
                            json.texts("path", path);
                        }));
    }

    /// One entry for each id, with all ways and all names; in the order in which ids come first.
    void grouped(List<Issue> issues) {
        Map<String, List<Issue>> byId = new LinkedHashMap<>();
        for (Issue issue : issues) {
            byId.computeIfAbsent(issue.finding().id(), any -> new ArrayList<>()).add(issue);
        }
        json.array(
                "vulnerabilities",
                byId.values(),
                group ->
                        json.object(() -> {
                            members(group.getFirst());
                            Set<List<String>> from = new LinkedHashSet<>();
                            Set<String> names = new LinkedHashSet<>();
                            for (Issue issue : group) {
                                from.addAll(DockerScanJson.ways(graph, issue));
                                names.add(issue.name());
                            }
                            json.array("from", from, path -> json.array(rooted(path), json::text));
                            upgradePath(group.getFirst(), List.of());
                            json.texts("name", List.copyOf(names));
                            place(group.getFirst().finding());
                        }));
    }

    private List<String> rooted(List<String> path) {
        List<String> from = new ArrayList<>();
        from.add(Shown.projectName(report, view) + "@" + Shown.tag(report, view));
        from.addAll(path);
        return from;
    }

    private void members(Issue issue) {
        Finding finding = issue.finding();
        json.text("id", finding.id());
        json.text("title", issue.title());
        json.texts("credit", List.of(""));
        json.text("packageName", PackageNames.source(issue.installed()));
        json.text("language", project.isSystem() ? "linux" : language());
        json.text("packageManager", project.isSystem() ? system() : project.packageManager());
        json.text("description", issue.description());
        identifiers(finding);
        severity(issue);
        json.text(
                "exploit", finding.facts().knownExploited().isPresent() ? "Mature" : "Not Defined");
        json.truth("malicious", finding.id().startsWith("MAL-"));
        json.truth("socialTrendAlert", false);
        json.texts("patches", List.of());
        json.array(
                "references",
                finding.urls(),
                url ->
                        json.object(() -> {
                            json.text("title", finding.id());
                            json.text("url", url);
                        }));
        dates(finding.facts());
        json.object("semver", () -> json.texts("vulnerable", List.of(finding.how().range())));
        json.texts("fixedIn", finding.fix().versions());
        if (!finding.fix().versions().isEmpty()) {
            json.text("nearestFixedInVersion", finding.fix().versions().getFirst());
        }
        json.texts("functions", List.of());
        json.truth("isUpgradable", Upgrades.of(issue).isPresent());
        json.truth("isPatchable", false);
        json.text("version", issue.installed().record().version());
    }

    private void identifiers(Finding finding) {
        List<String> ids = new ArrayList<>(List.of(finding.id()));
        ids.addAll(finding.aliases());
        json.object(
                "identifiers",
                () -> {
                    json.texts("ALTERNATIVE", with(ids, "", true));
                    json.texts("CVE", with(ids, "CVE-", false));
                    json.texts(
                            "CWE",
                            finding.facts().cwes().stream().map(each -> "CWE-" + each).toList());
                    List<String> github = with(ids, "GHSA-", false);
                    if (!github.isEmpty()) {
                        json.texts("GHSA", github);
                    }
                });
    }

    /// The ids with a prefix, or those that have neither of the two known ones.
    private static List<String> with(List<String> ids, String prefix, boolean others) {
        return ids.stream()
                .filter(id ->
                        others
                                ? !id.startsWith("CVE-") && !id.startsWith("GHSA-")
                                : id.startsWith(prefix))
                .toList();
    }

    private void severity(Issue issue) {
        Finding finding = issue.finding();
        json.text("severity", issue.severity().word());
        json.text("severityWithCritical", issue.severity().word());
        finding.facts().scores().stream()
                .filter(score -> score.source().startsWith("nvd"))
                .findFirst()
                .ifPresent(score -> json.text("nvdSeverity", word(score)));
        Optional<Score> score = issue.score();
        if (score.isPresent()) {
            json.number("cvssScore", score.get().value());
            json.text("CVSSv3", score.get().vector());
        } else {
            json.nothing("cvssScore");
            json.nothing("CVSSv3");
        }
    }

    private static String word(Score score) {
        return io.plimsoll.model.Severity.ofScore(score.value()).word();
    }

    private void dates(Finding.Facts facts) {
        String published = facts.published().map(JsonVulnerabilities::instant).orElse("");
        json.textOrNull("creationTime", published);
        json.textOrNull(
                "modificationTime", facts.modified().map(JsonVulnerabilities::instant).orElse(""));
        json.textOrNull("publicationTime", published);
        json.textOrNull("disclosureTime", published);
    }

    private static String instant(LocalDate day) {
        return day + "T00:00:00.000000Z";
    }

    /// The first place stands for the image, which no upgrade replaces.
    private void upgradePath(Issue issue, List<String> path) {
        Optional<String> upgrade = path.size() == 1 ? Upgrades.of(issue) : Optional.empty();
        List<Optional<String>> steps =
                upgrade.isEmpty() ? List.of() : List.of(Optional.empty(), upgrade);
        json.array(
                "upgradePath",
                steps,
                step -> step.ifPresentOrElse(json::text, () -> json.truth(false)));
    }

    private void place(Finding finding) {
        if (finding.origin() == Origin.OWN && !finding.instruction().isEmpty()) {
            json.text("dockerfileInstruction", finding.instruction());
        }
        if (finding.origin() == Origin.BASE) {
            report.target()
                    .base()
                    .ifPresent(base -> json.text("dockerBaseImage", base.reference()));
        }
    }

    private String system() {
        Distribution distribution = report.inventory().distribution();
        String version = distribution.versionId();
        return distribution.id().isEmpty()
                ? "linux"
                : distribution.id() + (version.isEmpty() ? "" : ":" + version);
    }

    private String language() {
        return switch (project.packageManager()) {
            case "npm" -> "js";
            case "maven" -> "java";
            case "pip" -> "python";
            case "gomodules" -> "golang";
            default -> project.packageManager();
        };
    }
}
