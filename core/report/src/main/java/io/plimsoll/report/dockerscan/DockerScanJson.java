package io.plimsoll.report.dockerscan;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What `docker scan --json` prints: the result of the system, in it those of the applications; before
/// it, as documents of their own, the trees where they were asked for.
public final class DockerScanJson {
    private final DockerScanned scanned;
    private final ScanReport report;
    private final DockerScanView view;

    private DockerScanJson(DockerScanned scanned, DockerScanView view) {
        this.scanned = scanned;
        this.report = scanned.report();
        this.view = view;
    }

    /// Writes it.
    ///
    /// @return whether it shows any vulnerability
    /// @throws IOException if the bytes could not be written
    @CanIgnoreReturnValue
    public static boolean write(DockerScanned scanned, DockerScanView view, OutputStream out)
            throws IOException {
        DockerScanJson json = new DockerScanJson(scanned, view);
        List<Project> projects = Shown.projects(scanned.report(), view);
        if (view.dependencyTree()) {
            for (Project project : projects) {
                json.tree(project, out);
            }
        }
        try (JsonWriter writer = new JsonWriter(out)) {
            writer.object(() -> {
                json.result(projects.getFirst(), writer);
                if (projects.size() > 1) {
                    writer.array(
                            "applications",
                            projects.subList(1, projects.size()),
                            project -> writer.object(() -> json.result(project, writer)));
                }
            });
        }
        return Shown.isAnything(projects);
    }

    /// The document that says why there is no result.
    public static void writeError(String message, String image, OutputStream out)
            throws IOException {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.truth("ok", false);
                json.text("error", message);
                json.text("path", image);
            });
        }
    }

    private void tree(Project project, OutputStream out) throws IOException {
        DependencyGraph graph = new DependencyGraph(project.packages());
        DependencyTree tree = new DependencyTree(Shown.projectName(report, view), graph);
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() ->
                    tree.write(Shown.projectName(report, view), Shown.tag(report, view), json));
        }
        out.write("\n".getBytes(StandardCharsets.UTF_8));
    }

    private void result(Project project, JsonWriter json) {
        DependencyGraph graph = new DependencyGraph(project.packages());
        List<Issue> issues = project.issues();
        JsonVulnerabilities vulnerabilities =
                new JsonVulnerabilities(report, view, project, graph, json);
        long paths = issues.stream().mapToLong(issue -> ways(graph, issue).size()).sum();
        if (view.groupIssues()) {
            vulnerabilities.grouped(issues);
        } else {
            vulnerabilities.byPath(issues);
        }
        json.truth("ok", issues.isEmpty());
        json.number("dependencyCount", project.packages().size());
        json.text("org", "");
        json.text("policy", scanned.policy());
        json.truth("isPrivate", true);
        json.object(
                "licensesPolicy",
                () -> {
                    json.object("severities", () -> {});
                    json.object("orgLicenseRules", () -> {});
                });
        json.text("packageManager", project.packageManager());
        json.nothing("ignoreSettings");
        if (project.isSystem()) {
            docker(json);
        }
        json.text("summary", summary(issues.isEmpty(), paths));
        if (view.severityThreshold()) {
            json.text("severityThreshold", view.lowest().word());
        }
        remediation(issues, json);
        json.truth("filesystemPolicy", !scanned.policy().isEmpty());
        json.object(
                "filtered",
                () -> {
                    vulnerabilities.ignored(project.ignored());
                    json.texts("patch", List.of());
                });
        json.number("uniqueCount", unique(issues));
        targetFile(project, json);
        json.text("projectName", Shown.projectName(report, view));
        if (!report.target().platform().isEmpty()) {
            json.text("platform", report.target().platform());
        }
        json.text("path", view.image());
    }

    static List<List<String>> ways(DependencyGraph graph, Issue issue) {
        return graph.paths(issue.installed().id());
    }

    private static long unique(List<Issue> issues) {
        Set<String> ids = new TreeSet<>();
        issues.forEach(issue -> ids.add(issue.finding().id()));
        return ids.size();
    }

    private String summary(boolean nothing, long paths) {
        if (!nothing) {
            return paths
                    + (paths == 1 ? " vulnerable dependency path" : " vulnerable dependency paths");
        }
        return switch (view.lowest()) {
            case CRITICAL -> "No critical severity vulnerabilities";
            case HIGH -> "No high or critical severity vulnerabilities";
            case MEDIUM -> "No medium, high or critical severity vulnerabilities";
            case LOW, NEGLIGIBLE, UNKNOWN -> "No known vulnerabilities";
        };
    }

    private void targetFile(Project project, JsonWriter json) {
        String file = project.isSystem() ? view.file() : project.targetFile();
        if (!file.isEmpty()) {
            json.text("targetFile", file);
            json.text("displayTargetFile", file);
        }
    }

    private void docker(JsonWriter json) {
        json.object(
                "docker",
                () -> {
                    report.target()
                            .base()
                            .map(BaseImage::reference)
                            .ifPresent(base -> {
                                json.text("baseImage", base);
                                json.object("baseImageRemediation", () -> advice(json));
                            });
                    json.object(
                            "binariesVulns",
                            () -> {
                                json.object("issuesData", () -> {});
                                json.object("affectedPkgs", () -> {});
                            });
                    json.object(
                            "os",
                            () ->
                                    json.text(
                                            "prettyName",
                                            report.inventory().distribution().prettyName()));
                });
    }

    /// The tables and what stands above them, each a message.
    private void advice(JsonWriter json) {
        BaseImageAdvice advice = BaseImageAdvice.of(scanned).orElseThrow();
        json.text("code", advice.code());
        json.array(
                "advice",
                advice.blocks(),
                block -> {
                    if (!block.title().isEmpty()) {
                        json.object(() -> {
                            json.text("message", block.title());
                            json.truth("bold", true);
                        });
                    }
                    json.object(() -> json.text("message", String.join("\n", block.lines())));
                });
    }

    /// What stays: no fix can be made from inside an image but by an upgrade, which `fixedIn` names.
    private static void remediation(List<Issue> issues, JsonWriter json) {
        json.object(
                "remediation",
                () -> {
                    json.texts("unresolved", List.of());
                    json.object(
                            "upgrade",
                            () -> {
                                Set<String> done = new TreeSet<>();
                                for (Issue issue : issues) {
                                    Upgrades.of(issue)
                                            .ifPresent(to -> {
                                                String from = PackageNames.label(issue.installed());
                                                if (done.add(from)) {
                                                    json.object(
                                                            from, () -> json.text("upgradeTo", to));
                                                }
                                            });
                                }
                            });
                    json.object("patch", () -> {});
                    json.object("ignore", () -> {});
                    json.object("pin", () -> {});
                });
    }
}
