package io.plimsoll.report;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// The few upgrades that fix the most.
final class TextActions {
    private static final int SHOWN = 5;

    private TextActions() {}

    private record Action(Upgrade upgrade, List<Finding> fixable) {
        long weight() {
            long weight = 0;
            for (Finding finding : fixable) {
                weight += finding.facts().knownExploited().isPresent() ? 1000 : 0;
                weight += points(finding.severity());
            }
            return weight;
        }

        private static long points(Severity severity) {
            return switch (severity) {
                case CRITICAL -> 100;
                case HIGH -> 30;
                case MEDIUM -> 5;
                case LOW, UNKNOWN -> 1;
                case NEGLIGIBLE -> 0;
            };
        }
    }

    private static int heaviestFirst(Action left, Action right) {
        int byWeight = Long.compare(right.weight(), left.weight());
        return byWeight != 0 ? byWeight : left.upgrade().name().compareTo(right.upgrade().name());
    }

    static List<String> lines(ScanReport report, Paint paint) {
        List<Action> actions =
                Upgrade.of(report).stream()
                        .map(upgrade -> new Action(upgrade, fixable(upgrade)))
                        .filter(action -> !action.fixable().isEmpty())
                        .sorted(TextActions::heaviestFirst)
                        .limit(SHOWN)
                        .toList();
        if (actions.isEmpty()) {
            return List.of();
        }
        Columns columns = new Columns();
        for (int i = 0; i < actions.size(); i++) {
            columns.add("  " + (i + 1), what(actions.get(i)), effect(actions.get(i)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold("What to do first"));
        lines.addAll(columns.lines());
        lines.add("");
        return lines;
    }

    private static List<Finding> fixable(Upgrade upgrade) {
        return upgrade.findings().stream()
                .filter(finding -> finding.fix().state() == Fix.State.FIXED)
                .toList();
    }

    private static String what(Action action) {
        Upgrade upgrade = action.upgrade();
        String to = TextFindings.highestFix(action.fixable());
        String where = upgrade.paths().isEmpty() ? "" : "  " + upgrade.paths().getFirst();
        return upgrade.name() + " " + upgrade.version() + " -> " + to + where;
    }

    private static String effect(Action action) {
        long all = action.fixable().stream().map(Finding::id).distinct().count();
        long critical =
                action.fixable().stream()
                        .filter(finding -> finding.severity() == Severity.CRITICAL)
                        .map(Finding::id)
                        .distinct()
                        .count();
        List<String> exploited =
                action.fixable().stream()
                        .filter(finding -> finding.facts().knownExploited().isPresent())
                        .map(Finding::id)
                        .distinct()
                        .toList();
        StringBuilder effect = new StringBuilder("fixes " + all);
        if (critical > 0) {
            effect.append(", ").append(critical).append(" critical");
        }
        if (!exploited.isEmpty()) {
            effect.append(", ")
                    .append(exploited.size())
                    .append(" exploited (")
                    .append(exploited.getFirst())
                    .append(')');
        }
        return effect.toString();
    }
}
