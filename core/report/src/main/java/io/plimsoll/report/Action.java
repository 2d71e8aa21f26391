package io.plimsoll.report;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.util.List;

/// An upgrade that fixes something.
///
/// @param upgrade what to upgrade
/// @param fixable the findings that it mends
record Action(Upgrade upgrade, List<Finding> fixable) {
    /// The upgrades that fix the most, the heaviest first.
    ///
    /// @param most how many
    static List<Action> of(ScanReport report, int most) {
        return Upgrade.of(report).stream()
                .map(upgrade -> new Action(upgrade, fixable(upgrade)))
                .filter(action -> !action.fixable().isEmpty())
                .sorted(Action::heaviestFirst)
                .limit(most)
                .toList();
    }

    private static List<Finding> fixable(Upgrade upgrade) {
        return upgrade.findings().stream()
                .filter(finding -> finding.fix().state() == Fix.State.FIXED)
                .toList();
    }

    private static int heaviestFirst(Action left, Action right) {
        int byWeight = Long.compare(right.weight(), left.weight());
        return byWeight != 0 ? byWeight : left.upgrade().name().compareTo(right.upgrade().name());
    }

    private long weight() {
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

    /// The version to upgrade to.
    String to() {
        return TextFindings.highestFix(fixable);
    }

    /// `fixes 4, 2 critical, 1 exploited (CVE-2021-44228)`.
    String effect() {
        long all = fixable.stream().map(Finding::id).distinct().count();
        long critical =
                fixable.stream()
                        .filter(finding -> finding.severity() == Severity.CRITICAL)
                        .map(Finding::id)
                        .distinct()
                        .count();
        List<String> exploited =
                fixable.stream()
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
