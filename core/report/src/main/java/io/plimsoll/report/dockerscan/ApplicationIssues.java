package io.plimsoll.report.dockerscan;

import io.plimsoll.model.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The issues of an application: first those that go with an upgrade of what it names itself, by
/// upgrade, then the others.
final class ApplicationIssues {
    private final DependencyGraph graph;
    private final List<String> lines = new ArrayList<>();

    private ApplicationIssues(DependencyGraph graph) {
        this.graph = graph;
    }

    /// @param issues the mildest first
    static List<String> lines(List<Issue> issues, DependencyGraph graph) {
        ApplicationIssues text = new ApplicationIssues(graph);
        Map<String, List<Issue>> upgradable = new TreeMap<>();
        List<Issue> others = new ArrayList<>();
        for (Issue issue : issues) {
            if (Upgrades.of(issue).isPresent() && text.isDirect(issue)) {
                upgradable
                        .computeIfAbsent(
                                PackageNames.label(issue.installed()), any -> new ArrayList<>())
                        .add(issue);
            } else {
                others.add(issue);
            }
        }
        text.upgrades(upgradable);
        text.others(others);
        return text.lines;
    }

    private boolean isDirect(Issue issue) {
        return graph.paths(issue.installed().id()).stream().anyMatch(path -> path.size() == 1);
    }

    private void upgrades(Map<String, List<Issue>> upgradable) {
        if (upgradable.isEmpty()) {
            return;
        }
        lines.add("Issues to fix by upgrading:");
        lines.add("");
        upgradable.forEach((label, issues) -> {
            Optional<String> to = Upgrades.of(issues);
            lines.add(
                    "  Upgrade "
                            + Printable.of(label)
                            + " to "
                            + Printable.of(to.orElse("a fixed version"))
                            + " to fix");
            issues.forEach(this::issue);
            lines.add("");
        });
    }

    private void others(List<Issue> others) {
        if (others.isEmpty()) {
            return;
        }
        lines.add("Issues with no direct upgrade or patch:");
        for (Issue issue : others) {
            issue(issue);
            List<String> fixes = issue.finding().fix().versions();
            lines.add(
                    fixes.isEmpty()
                            ? "  No upgrade or patch available"
                            : "  This issue was fixed in versions: "
                                    + Printable.of(String.join(", ", fixes)));
        }
        lines.add("");
    }

    /// `✗ Prototype Pollution [High Severity][https://…] in lodash@4.17.15`.
    private void issue(Issue issue) {
        String label = PackageNames.label(issue.installed());
        lines.add(
                "  ✗ "
                        + Printable.of(issue.description())
                        + " ["
                        + issue.severityWord()
                        + " Severity]["
                        + Printable.of(issue.url())
                        + "] in "
                        + Printable.of(label));
        List<List<String>> paths = graph.paths(issue.installed().id());
        String first = paths.isEmpty() ? label : String.join(" > ", paths.getFirst());
        String more = paths.size() > 1 ? " and " + (paths.size() - 1) + " other path(s)" : "";
        lines.add("    introduced by " + Printable.of(first) + more);
    }
}
