package io.plimsoll.report;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Problem;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.UndeterminedFinding;
import io.plimsoll.report.common.CheckRows;
import io.plimsoll.report.common.Links;
import io.plimsoll.report.common.Markdown;
import io.plimsoll.report.common.Sentences;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A comment for a pull request: the answer, what to do first, and the details folded away.
///
/// A comment on GitHub holds 65,536 characters, so that a long text is cut, a folded table ends after a
/// hundred rows or where the page is full, and says how many there are more.
///
/// Source: GitHub Flavored Markdown; GitHub's message for a comment that is too long.
final class MarkdownReport {
    private static final int ACTIONS = 5;
    private static final int ROWS = 100;
    private static final int FULL = 60_000;
    private static final int LONGEST_TEXT = 200;

    private final ScanReport report;
    private final StringBuilder page = new StringBuilder();

    private MarkdownReport(ScanReport report) {
        this.report = report;
    }

    static void write(ScanReport report, OutputStream out) throws IOException {
        MarkdownReport markdown = new MarkdownReport(report);
        markdown.head();
        markdown.actions();
        markdown.findings();
        markdown.checks();
        markdown.suppressed();
        markdown.undetermined();
        markdown.notAssessed();
        markdown.problems();
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.append(markdown.page).flush();
    }

    private void head() {
        TargetDescription target = report.target();
        page.append("## ").append(text(target.reference())).append("\n\n");
        page.append("**").append(answer()).append("**\n");
        if (!report.complete()) {
            page.append("\nNot all of it could be read: this speaks of a part.\n");
        }
        for (String ended : Coverage.of(report).endOfLife()) {
            page.append("\n").append(text(ended)).append(": fixes may be missing.\n");
        }
        Map<Severity, Integer> counts = counts();
        if (!counts.isEmpty()) {
            page.append("\n| severity | findings | can be fixed |\n|---|--:|--:|\n");
            counts.forEach(this::count);
        }
        page.append("\n").append(basis()).append("\n");
    }

    private void count(Severity severity, int number) {
        long fixable =
                report.assessment().findings().stream()
                        .filter(each -> each.severity() == severity)
                        .filter(each -> !each.fix().versions().isEmpty())
                        .count();
        page.append("| ").append(severity.word()).append(" | ").append(number);
        page.append(" | ").append(fixable).append(" |\n");
    }

    private String answer() {
        List<Finding> findings = report.assessment().findings();
        Coverage coverage = Coverage.of(report);
        if (findings.isEmpty()) {
            return coverage.assessed() == 0
                    ? "No package could be judged."
                    : "No known vulnerability in the "
                            + Words.count(coverage.assessed(), "package")
                            + " that could be judged.";
        }
        long known =
                findings.stream().filter(each -> each.facts().knownExploited().isPresent()).count();
        return Words.count(findings.size(), "finding")
                + (known == 0 ? "." : ", " + known + " known to be exploited.");
    }

    private Map<Severity, Integer> counts() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        report.assessment()
                .findings()
                .forEach(each -> counts.merge(each.severity(), 1, Integer::sum));
        return counts;
    }

    private String basis() {
        Coverage coverage = Coverage.of(report);
        String system = report.inventory().distribution().prettyName();
        String oldest =
                report.oldestData().map(day -> ", advisories of " + day + " or newer").orElse("");
        return (system.isEmpty() ? "" : text(system) + ", ")
                + Words.count(coverage.packages(), "package")
                + ", "
                + coverage.assessed()
                + " assessed"
                + oldest
                + ".";
    }

    private void actions() {
        Optional<Recommendation> base = BaseAction.of(report);
        List<Action> actions = Action.of(report, ACTIONS);
        if (actions.isEmpty() && base.isEmpty()) {
            return;
        }
        page.append("\n### What to do first\n\n");
        base.ifPresent(each ->
                page.append("1. ")
                        .append(text(BaseAction.what(each)))
                        .append(": ")
                        .append(text(BaseAction.effect(each)))
                        .append('\n'));
        int first = base.isPresent() ? 2 : 1;
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            Upgrade upgrade = action.upgrade();
            page.append(i + first).append(". **").append(text(upgrade.name())).append("** ");
            page.append(text(upgrade.version())).append(" → ");
            page.append(text(action.to()));
            upgrade.paths().stream()
                    .findFirst()
                    .ifPresent(path -> page.append(", ").append(text(path)));
            page.append(": ").append(text(action.effect())).append('\n');
        }
    }

    private void findings() {
        List<List<String>> rows = new ArrayList<>();
        for (Upgrade upgrade : Upgrade.of(report)) {
            Set<String> ids = new HashSet<>();
            for (Finding finding : upgrade.findings()) {
                if (ids.add(finding.id())) {
                    rows.add(row(finding, upgrade));
                }
            }
        }
        folded("Vulnerabilities", List.of("severity", "id", "package", "remedy", "why"), rows);
    }

    /// One row for all packages that are built from one source.
    private static List<String> row(Finding finding, Upgrade upgrade) {
        long packages =
                upgrade.findings().stream().filter(each -> each.id().equals(finding.id())).count();
        String several = packages == 1 ? "" : " (" + packages + " packages)";
        return List.of(
                finding.severity().word(),
                Markdown.link(finding.id(), Links.first(finding)),
                text(upgrade.name() + " " + upgrade.version() + several),
                text(Sentences.remedy(finding)),
                text(why(finding)));
    }

    private static String why(Finding finding) {
        String exploited = finding.facts().knownExploited().map(day -> "exploited").orElse("");
        String likely = finding.facts().epss().map(epss -> Words.epss(epss.score())).orElse("");
        String both = exploited.isEmpty() || likely.isEmpty() ? "" : ", ";
        return exploited + both + likely;
    }

    private void checks() {
        folded("Checks", CheckRows.COLUMNS, shown(CheckRows.findings(report)));
        folded(
                "Checks that say nothing",
                List.of("check", "state", "because"),
                shown(CheckRows.rest(report)));
    }

    private static List<List<String>> shown(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(MarkdownReport::text).toList()).toList();
    }

    private void suppressed() {
        List<List<String>> rows = new ArrayList<>();
        for (Suppressed each : report.assessment().suppressed()) {
            String until = each.expires().map(day -> ", until " + day).orElse("");
            rows.add(
                    List.of(
                            text(each.finding().id()),
                            text(each.finding().packageId()),
                            text(each.by() + until),
                            text(each.reason())));
        }
        folded("Suppressed", List.of("id", "package", "by", "reason"), rows);
    }

    private void undetermined() {
        List<List<String>> rows = new ArrayList<>();
        for (UndeterminedFinding each : report.assessment().undetermined()) {
            rows.add(List.of(text(each.id()), text(each.packageId()), text(each.because())));
        }
        folded("Undetermined", List.of("id", "package", "because"), rows);
    }

    private void notAssessed() {
        List<List<String>> rows = new ArrayList<>();
        Coverage.of(report)
                .notAssessed()
                .forEach((reason, number) ->
                        rows.add(List.of(String.valueOf(number), text(reason))));
        folded("Not assessed", List.of("packages", "because"), rows);
    }

    private void problems() {
        List<List<String>> rows = new ArrayList<>();
        for (Problem each : report.inventory().problems()) {
            rows.add(List.of(text(each.path()), text(each.reason())));
        }
        folded("Problems", List.of("path", "reason"), rows);
    }

    private void folded(String title, List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.append("\n<details>\n<summary>").append(title).append(" (").append(rows.size());
        page.append(")</summary>\n\n");
        row(header);
        page.append("|---".repeat(header.size())).append("|\n");
        int shown = 0;
        while (shown < Math.min(ROWS, rows.size()) && page.length() < FULL) {
            row(rows.get(shown++));
        }
        if (shown < rows.size()) {
            page.append("\nand ").append(rows.size() - shown).append(" more.\n");
        }
        page.append("\n</details>\n");
    }

    private void row(List<String> cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String text(String text) {
        return Markdown.text(
                text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…");
    }
}
