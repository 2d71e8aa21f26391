package io.plimsoll.report.pipelines;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A snapshot for GitHub's dependency submission: one manifest for each kind of package.
///
/// What it says of the commit and the job comes from the variables that GitHub Actions sets; outside of
/// them it names no commit, and whoever submits it fills that in.
///
/// Source: GitHub REST API 2022-11-28, "Create a snapshot of dependencies for a repository".
public final class GitHubSnapshot {
    private static final String NO_COMMIT = "0".repeat(40);

    private final ScanReport report;
    private final Map<String, String> variables;
    private final Map<String, InstalledPackage> byId;
    private final JsonWriter json;

    private GitHubSnapshot(ScanReport report, Map<String, String> variables, JsonWriter json) {
        this.report = report;
        this.variables = variables;
        this.byId = report.packagesById();
        this.json = json;
    }

    /// Writes the snapshot.
    ///
    /// @param variables the environment variables
    public static void write(ScanReport report, Map<String, String> variables, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(new GitHubSnapshot(report, variables, json)::members);
        }
    }

    private void members() {
        json.number("version", 0);
        json.object("job", this::job);
        json.text("sha", variable("GITHUB_SHA", NO_COMMIT));
        json.text("ref", variable("GITHUB_REF", "refs/heads/main"));
        json.object(
                "detector",
                () -> {
                    json.text("name", "plimsoll");
                    json.text("version", report.toolVersion());
                    json.text("url", "pkg:generic/plimsoll");
                });
        json.object("metadata", this::metadata);
        json.object("manifests", this::manifests);
        json.text("scanned", report.today() + "T00:00:00Z");
    }

    private String variable(String name, String otherwise) {
        String value = variables.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    private void job() {
        String workflow = variable("GITHUB_WORKFLOW", "plimsoll");
        String job = variable("GITHUB_JOB", "scan");
        json.text("id", variable("GITHUB_RUN_ID", "0"));
        json.text("correlator", workflow + "_" + job + "_" + report.target().reference());
    }

    private void metadata() {
        json.text("target", report.target().reference());
        json.textIfAny("imageId", report.target().imageId().map(Digest::toString).orElse(""));
        json.textIfAny("platform", report.target().platform());
        json.textIfAny("os", report.inventory().distribution().prettyName());
    }

    private void manifests() {
        Map<String, List<InstalledPackage>> byType = new TreeMap<>();
        for (InstalledPackage installed : report.inventory().packages()) {
            String name = report.target().reference() + " " + installed.record().type().purlType();
            byType.computeIfAbsent(name, any -> new ArrayList<>()).add(installed);
        }
        Set<String> needed = new HashSet<>();
        report.inventory().packages().forEach(each -> needed.addAll(each.dependsOn()));
        byType.forEach(
                (name, packages) -> json.object(name, () -> manifest(name, packages, needed)));
    }

    private void manifest(String name, List<InstalledPackage> packages, Set<String> needed) {
        json.text("name", name);
        json.object(
                "resolved",
                () -> {
                    for (InstalledPackage installed : packages) {
                        boolean direct = !needed.contains(installed.id());
                        json.object(installed.id(), () -> dependency(installed, direct));
                    }
                });
    }

    private void dependency(InstalledPackage installed, boolean direct) {
        json.text("package_url", installed.purl());
        json.text("relationship", direct ? "direct" : "indirect");
        json.text("scope", "runtime");
        json.texts(
                "dependencies",
                installed.dependsOn().stream()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .map(InstalledPackage::purl)
                        .distinct()
                        .toList());
    }
}
