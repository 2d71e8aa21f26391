package io.plimsoll.report.dockerscan;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What `docker scan` prints for people. The mildest comes first, so that the worst stands nearest to
/// the prompt.
public final class DockerScanText {
    private static final int SHOWN_PATHS = 3;
    private static final int KEY_WIDTH = 19;
    private static final String RULE = "-".repeat(55);

    private final DockerScanned scanned;
    private final ScanReport report;
    private final DockerScanView view;
    private final List<String> lines = new ArrayList<>();

    private DockerScanText(DockerScanned scanned, DockerScanView view) {
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
        DockerScanText text = new DockerScanText(scanned, view);
        List<Project> projects = Shown.projects(scanned.report(), view);
        text.all(projects);
        String whole = String.join("\n", text.lines) + "\n";
        out.write(whole.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return Shown.isAnything(projects);
    }

    private void all(List<Project> projects) {
        for (Project project : projects) {
            if (!lines.isEmpty()) {
                lines.add("");
                lines.add(RULE);
                lines.add("");
            }
            add(project);
        }
        lines.add("");
        if (projects.size() > 1) {
            long vulnerable = projects.stream().filter(each -> !each.issues().isEmpty()).count();
            lines.add("");
            lines.add(
                    "Tested "
                            + projects.size()
                            + " projects, "
                            + (vulnerable == 0 ? "no" : vulnerable)
                            + " contained vulnerable paths.");
            lines.add("");
        }
        limits();
    }

    private void add(Project project) {
        DependencyGraph graph = new DependencyGraph(project.packages());
        if (view.dependencyTree()) {
            lines.addAll(
                    new DependencyTree(
                                    Shown.projectName(report, view)
                                            + " @ "
                                            + Shown.tag(report, view),
                                    graph)
                            .lines());
            lines.add("");
        }
        lines.add("Testing " + Printable.of(view.image()) + "...");
        lines.add("");
        if (project.isSystem()) {
            sorted(project).forEach(issue -> block(issue, graph));
        } else {
            lines.addAll(ApplicationIssues.lines(sorted(project), graph));
        }
        meta(project);
        lines.add("");
        summary(project);
        if (project.isSystem()) {
            baseImage();
        }
    }

    private static List<Issue> sorted(Project project) {
        List<Issue> issues = new ArrayList<>(project.issues());
        issues.sort(DockerScanText::mildestFirst);
        return issues;
    }

    private static int mildestFirst(Issue left, Issue right) {
        int order = right.severity().compareTo(left.severity());
        if (order == 0) {
            order = right.name().compareTo(left.name());
        }
        if (order == 0) {
            order = left.finding().id().compareTo(right.finding().id());
        }
        return order != 0
                ? order
                : left.finding().packageId().compareTo(right.finding().packageId());
    }

    private void block(Issue issue, DependencyGraph graph) {
        String head =
                "✗ " + issue.severityWord() + " severity vulnerability found in " + issue.name();
        lines.add(painted(issue.severity(), head));
        lines.add("  Description: " + Printable.of(issue.description()));
        lines.add("  Info: " + Printable.of(issue.url()));
        List<List<String>> paths = graph.paths(issue.installed().id());
        Set<String> through = new LinkedHashSet<>();
        paths.forEach(path -> through.add(path.getFirst()));
        lines.add("  Introduced through: " + Printable.of(String.join(", ", through)));
        for (List<String> path : paths.subList(0, Math.min(SHOWN_PATHS, paths.size()))) {
            lines.add("  From: " + Printable.of(String.join(" > ", path)));
        }
        if (paths.size() > SHOWN_PATHS) {
            lines.add("  and " + (paths.size() - SHOWN_PATHS) + " more...");
        }
        introducedBy(issue.finding());
        List<String> fixes = issue.finding().fix().versions();
        if (!fixes.isEmpty()) {
            lines.add("  Fixed in: " + Printable.of(String.join(", ", fixes)));
        }
        lines.add("");
    }

    private void introducedBy(Finding finding) {
        if (finding.origin() == Origin.BASE && report.target().base().isPresent()) {
            String base = report.target().base().get().reference();
            lines.add("  Introduced by your base image (" + Printable.of(base) + ")");
        } else if (finding.origin() == Origin.OWN && !finding.instruction().isEmpty()) {
            lines.add(
                    "  Introduced in your Dockerfile by '"
                            + Printable.of(finding.instruction())
                            + "'");
        }
    }

    private void meta(Project project) {
        key("Package manager:", project.packageManager());
        if (!project.isSystem()) {
            key("Target file:", project.targetFile());
        } else if (!view.file().isEmpty()) {
            key("Target file:", view.file());
        }
        key("Project name:", Shown.projectName(report, view));
        key("Docker image:", Shown.image(report, view));
        if (!report.target().platform().isEmpty()) {
            key("Platform:", report.target().platform());
        }
        if (project.isSystem()) {
            String system = report.inventory().distribution().prettyName();
            if (!system.isEmpty()) {
                key("Target OS:", system);
            }
            report.target()
                    .base()
                    .map(BaseImage::reference)
                    .ifPresent(base -> key("Base image:", base));
        }
        if (!scanned.policy().isEmpty()) {
            key("Local Snyk policy:", "found");
        }
    }

    private void key(String name, String value) {
        lines.add(name + " ".repeat(KEY_WIDTH - name.length()) + Printable.of(value));
    }

    private void summary(Project project) {
        int dependencies = project.packages().size();
        int found = project.issues().size();
        String tested = "Tested " + dependencies + " dependencies for known vulnerabilities, ";
        if (found > 0 || view.excludeBase()) {
            lines.add(tested + "found " + found + " vulnerabilities.");
        } else {
            lines.add("✔ " + tested + "no vulnerable paths found.");
        }
        if (project.isSystem() && dependencies == 0) {
            lines.add("");
            lines.add("Note that we do not currently have vulnerability data for your image.");
        }
    }

    private void baseImage() {
        BaseImageAdvice.of(scanned)
                .ifPresent(advice -> {
                    for (BaseImageAdvice.Block block : advice.blocks()) {
                        lines.add("");
                        if (!block.title().isEmpty()) {
                            lines.add(block.title());
                        }
                        lines.addAll(block.lines());
                    }
                });
    }

    /// What the answer leaves out, and how old it is.
    private void limits() {
        for (Problem problem : report.inventory().problems()) {
            if (problem.component().equals("dockerfile")) {
                lines.add("Warning: Unable to analyse Dockerfile provided through `--file`.");
                lines.add(Printable.of(problem.reason()));
            } else if (problem.component().equals("policy")) {
                lines.add("Warning: " + Printable.of(problem.path() + ": " + problem.reason()));
            }
        }
        if (report.assessment().support().ended()) {
            lines.add(
                    Printable.of(report.inventory().distribution().prettyName())
                            + " is no longer supported by its maintainers. Vulnerability detection"
                            + " may be affected by a lack of security updates.");
        }
        long rest =
                report.inventory().packages().stream()
                        .filter(each -> !report.assessment().assessedOf(each.id()).assessed())
                        .count();
        if (rest > 0) {
            lines.add("Not assessed: " + rest + " packages (`plimsoll scan` says why).");
        }
        report.oldestData().ifPresent(day -> lines.add("Advisory data of " + day + "."));
        if (view.file().isEmpty()) {
            lines.add("Pro tip: use `--file` option to get base image remediation advice.");
        }
    }

    private String painted(Severity severity, String text) {
        String safe = Printable.of(text);
        if (!view.colour()) {
            return safe;
        }
        return switch (severity) {
            case CRITICAL -> "\u001b[35m" + safe + "\u001b[39m";
            case HIGH -> "\u001b[31m" + safe + "\u001b[39m";
            case MEDIUM -> "\u001b[33m" + safe + "\u001b[39m";
            case LOW, NEGLIGIBLE, UNKNOWN -> safe;
        };
    }
}
