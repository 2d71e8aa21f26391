package io.plimsoll.report.pipelines;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.report.common.Hashes;
import io.plimsoll.report.common.Links;
import io.plimsoll.report.common.Markdown;
import io.plimsoll.report.common.Sentences;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// GitLab's report of container scanning.
///
/// Source: GitLab security report schemas 15.0.7, `container-scanning-report-format.json`.
public final class GitLabReport {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SOLUTION = 7000;
    private static final int MOST_IDENTIFIERS = 20;

    private final ScanReport report;
    private final Map<String, InstalledPackage> packages;
    private final JsonWriter json;

    private GitLabReport(ScanReport report, JsonWriter json) {
        this.report = report;
        this.packages = report.packagesById();
        this.json = json;
    }

    /// Writes the report.
    public static void write(ScanReport report, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(new GitLabReport(report, json)::members);
        }
    }

    private void members() {
        json.text("version", "15.0.7");
        json.object("scan", this::scan);
        List<Finding> findings =
                report.assessment().findings().stream()
                        .filter(each -> packages.containsKey(each.packageId()))
                        .toList();
        json.array("vulnerabilities", findings, each -> json.object(() -> vulnerability(each)));
        json.texts("remediations", List.of());
    }

    private void scan() {
        String midnight = report.today() + "T00:00:00";
        json.object("analyzer", this::program);
        json.text("end_time", midnight);
        json.array("messages", messages(), text -> json.object(() -> message(text)));
        json.object("scanner", this::program);
        json.text("start_time", midnight);
        json.text("status", report.complete() ? "success" : "failure");
        json.text("type", "container_scanning");
    }

    private void program() {
        json.text("id", "plimsoll");
        json.text("name", "Plimsoll");
        json.object("vendor", () -> json.text("name", "Plimsoll"));
        json.text("version", report.toolVersion());
    }

    private List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (Problem problem : report.inventory().problems()) {
            String where = problem.path().isEmpty() ? "" : problem.path() + ": ";
            messages.add(where + problem.reason());
        }
        report.assessment()
                .undetermined()
                .forEach(each ->
                        messages.add(
                                each.id()
                                        + " in "
                                        + each.packageId()
                                        + " is undetermined: "
                                        + each.because()));
        return messages;
    }

    private void message(String text) {
        json.text("level", "warn");
        json.text("value", Printable.of(text));
    }

    private void vulnerability(Finding finding) {
        InstalledPackage installed = packages.get(finding.packageId());
        if (installed == null) {
            return;
        }
        json.text("id", number(finding));
        json.text("name", beginning(Sentences.title(finding), LONGEST_NAME));
        json.text("description", Markdown.text(description(finding, installed)));
        json.text("severity", severity(finding.severity()));
        json.text(
                "solution",
                beginning(Sentences.capital(Sentences.remedy(finding)), LONGEST_SOLUTION));
        json.array("identifiers", identifiers(finding), this::identifier);
        json.array("links", Links.all(finding), url -> json.object(() -> json.text("url", url)));
        json.object("location", () -> location(installed));
    }

    /// The same for the same vulnerability in the same package.
    private static String number(Finding finding) {
        String content = Hashes.of(finding.id(), finding.packageId());
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String beginning(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String description(Finding finding, InstalledPackage installed) {
        String where =
                installed.locations().stream()
                        .findFirst()
                        .map(Location::evidence)
                        .map(evidence -> " in " + evidence.path())
                        .orElse("");
        return Sentences.named(installed)
                + where
                + " has "
                + finding.id()
                + ": "
                + Sentences.title(finding);
    }

    private static String severity(Severity severity) {
        return severity == Severity.NEGLIGIBLE ? "Info" : Sentences.capital(severity.word());
    }

    private record Identifier(String type, String value, Optional<String> url) {}

    private static List<Identifier> identifiers(Finding finding) {
        List<Identifier> all = new ArrayList<>();
        all.add(identifier(finding.id(), Links.first(finding)));
        Links.otherNames(finding).forEach(alias -> all.add(identifier(alias, Links.of(alias))));
        for (int cwe : finding.facts().cwes()) {
            all.add(
                    new Identifier(
                            "cwe",
                            String.valueOf(cwe),
                            Optional.of(
                                    "https://cwe.mitre.org/data/definitions/" + cwe + ".html")));
        }
        return all.subList(0, Math.min(MOST_IDENTIFIERS, all.size()));
    }

    private static Identifier identifier(String id, String url) {
        String type = "other";
        if (id.startsWith("CVE-")) {
            type = "cve";
        } else if (id.startsWith("GHSA-")) {
            type = "ghsa";
        } else if (id.startsWith("USN-")) {
            type = "usn";
        }
        return new Identifier(type, id, Optional.of(url));
    }

    private void identifier(Identifier each) {
        json.object(() -> {
            String value = Printable.of(each.value());
            json.text("type", each.type());
            json.text("name", each.type().equals("cwe") ? "CWE-" + value : value);
            json.text("value", value);
            each.url().ifPresent(url -> json.text("url", url));
        });
    }

    private void location(InstalledPackage installed) {
        json.object(
                "dependency",
                () -> {
                    json.object(
                            "package",
                            () -> json.text("name", Printable.of(installed.record().fullName())));
                    json.text("version", Printable.of(installed.record().version()));
                });
        Distribution distribution = report.inventory().distribution();
        String system = (distribution.id() + " " + distribution.versionId()).strip();
        json.text("operating_system", system.isEmpty() ? "unknown" : Printable.of(system));
        String image =
                report.target().tags().stream().findFirst().orElse(report.target().reference());
        json.text("image", image.isEmpty() ? "unknown" : Printable.of(image));
    }
}
