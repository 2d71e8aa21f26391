package io.plimsoll.report;

import io.plimsoll.model.Epss;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// The table of findings: one row a vulnerability and source package, the worst first.
final class TextFindings {
    /// Rows of the short form: with the head and the actions about a screenful.
    private static final int SHORT_ROWS = 20;

    private static final int SHOWN_PACKAGES = 4;

    private final List<Upgrade> upgrades;
    private final boolean full;
    private final Paint paint;
    private int left;

    TextFindings(ScanReport report, View view, Paint paint) {
        this.upgrades = Upgrade.of(report);
        this.full = view.full();
        this.paint = paint;
    }

    List<String> lines() {
        if (upgrades.isEmpty()) {
            return List.of();
        }
        Columns columns = new Columns();
        List<Severity> severities = new ArrayList<>();
        columns.add("Severity", "Package", "Installed", "Fixed in", "Id", "Why it matters");
        int rows = 0;
        for (Upgrade upgrade : upgrades) {
            for (Finding finding : distinct(upgrade.findings())) {
                if (!full && rows >= SHORT_ROWS) {
                    left++;
                    continue;
                }
                rows++;
                severities.add(finding.severity());
                columns.add(
                        finding.severity().word(),
                        name(upgrade),
                        upgrade.version(),
                        fixedIn(finding),
                        finding.id(),
                        why(finding));
            }
        }
        return painted(columns, severities);
    }

    /// The line that says how to see the rest; empty where all was shown.
    List<String> more() {
        return left == 0
                ? List.of()
                : List.of(
                        "", paint.faint(Words.count(left, "more finding") + ": --full shows all"));
    }

    /// The version that fixes all that can be fixed.
    static String highestFix(List<Finding> findings) {
        String highest = "";
        for (Finding finding : findings) {
            if (!finding.fix().versions().isEmpty()) {
                String last = finding.fix().versions().getLast();
                highest = NaturalOrder.INSTANCE.compare(last, highest) > 0 ? last : highest;
            }
        }
        return highest;
    }

    private List<String> painted(Columns columns, List<Severity> severities) {
        List<String> lines = new ArrayList<>();
        List<List<String>> cells = columns.cells();
        for (int i = 0; i < cells.size(); i++) {
            List<String> row = new ArrayList<>(cells.get(i));
            if (i == 0) {
                row.replaceAll(paint::bold);
            } else {
                row.set(0, paint.severity(severities.get(i - 1), row.getFirst()));
            }
            lines.add(String.join("  ", row));
        }
        return lines;
    }

    private static List<Finding> distinct(List<Finding> findings) {
        List<Finding> distinct = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Finding finding : findings) {
            if (!seen.contains(finding.id())) {
                seen.add(finding.id());
                distinct.add(finding);
            }
        }
        return distinct;
    }

    private static String name(Upgrade upgrade) {
        List<String> packages = upgrade.packages();
        boolean plain = packages.size() == 1 && upgrade.name().endsWith(packages.getFirst());
        if (plain) {
            return upgrade.name();
        }
        String shown =
                String.join(", ", packages.subList(0, Math.min(SHOWN_PACKAGES, packages.size())));
        int more = packages.size() - SHOWN_PACKAGES;
        return upgrade.name() + " (" + shown + (more > 0 ? " +" + more : "") + ")";
    }

    private static String fixedIn(Finding finding) {
        Fix fix = finding.fix();
        return fix.versions().isEmpty()
                ? fix.state().word().replace('-', ' ')
                : String.join(", ", fix.versions());
    }

    private static String why(Finding finding) {
        List<String> parts = new ArrayList<>();
        finding.facts().knownExploited().ifPresent(day -> parts.add("exploited (KEV)"));
        double score = finding.facts().scores().stream().mapToDouble(Score::value).max().orElse(0);
        if (score > 0) {
            parts.add("CVSS " + score);
        }
        String epss = Words.epss(finding.facts().epss().map(Epss::score).orElse(0.0));
        if (!epss.isEmpty()) {
            parts.add(epss);
        }
        return String.join(" · ", parts);
    }
}
