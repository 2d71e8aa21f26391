package io.plimsoll.cli;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The conditions of `--fail-on`.
final class Gate {
    private static final String NEW = "new";
    private static final String CHECK = "check:";

    private final List<Function<ScanReport, Optional<String>>> conditions;
    private final boolean forbidsNew;
    private final boolean needsChecks;

    private Gate(
            List<Function<ScanReport, Optional<String>>> conditions,
            boolean forbidsNew,
            boolean needsChecks) {
        this.conditions = conditions;
        this.forbidsNew = forbidsNew;
        this.needsChecks = needsChecks;
    }

    /// @throws IllegalArgumentException if a condition is unknown
    static Gate of(List<String> words) {
        List<Function<ScanReport, Optional<String>>> conditions = new ArrayList<>();
        boolean forbidsNew = false;
        boolean needsChecks = false;
        for (String list : words) {
            for (String each : list.split(",", -1)) {
                String word = each.strip().toLowerCase(Locale.ROOT);
                forbidsNew |= word.equals(NEW);
                needsChecks |= word.startsWith(CHECK);
                conditions.add(condition(word));
            }
        }
        return new Gate(conditions, forbidsNew, needsChecks);
    }

    /// Whether nothing may be new, which a baseline tells.
    boolean forbidsNew() {
        return forbidsNew;
    }

    /// Whether a condition is about checks.
    boolean needsChecks() {
        return needsChecks;
    }

    /// Why the gate does not hold; empty where it does.
    Optional<String> broken(ScanReport report) {
        return conditions.stream().flatMap(each -> each.apply(report).stream()).findFirst();
    }

    private static Function<ScanReport, Optional<String>> condition(String word) {
        return switch (word) {
            // Held against the baseline by who has it.
            case NEW -> report -> Optional.empty();
            case "fixable" -> Gate::fixable;
            case "undetermined" -> Gate::undetermined;
            case "eol" -> Gate::endOfLife;
            default ->
                    word.startsWith(CHECK)
                            ? checks(Severities.parse(word.substring(CHECK.length())))
                            : severity(Severities.parse(word));
        };
    }

    private static Function<ScanReport, Optional<String>> severity(Severity lowest) {
        return report ->
                count(
                        report.assessment().findings().stream()
                                .filter(finding -> finding.severity().isAtLeast(lowest))
                                .toList(),
                        "of severity " + lowest.word() + " or worse");
    }

    private static Function<ScanReport, Optional<String>> checks(Severity lowest) {
        return report -> {
            long count =
                    report.checks().stream()
                            .flatMap(ImageChecks::findings)
                            .filter(finding -> finding.severity().isAtLeast(lowest))
                            .count();
            return count == 0
                    ? Optional.empty()
                    : Optional.of(
                            count
                                    + (count == 1 ? " finding" : " findings")
                                    + " of checks of severity "
                                    + lowest.word()
                                    + " or worse");
        };
    }

    private static Optional<String> fixable(ScanReport report) {
        return count(
                report.assessment().findings().stream()
                        .filter(finding -> finding.fix().state() == Fix.State.FIXED)
                        .toList(),
                "that can be fixed");
    }

    private static Optional<String> count(List<Finding> findings, String which) {
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        findings.size()
                                + (findings.size() == 1 ? " finding " : " findings ")
                                + which);
    }

    private static Optional<String> undetermined(ScanReport report) {
        int count = report.assessment().undetermined().size();
        String noun = count == 1 ? " vulnerability" : " vulnerabilities";
        return count == 0 ? Optional.empty() : Optional.of(count + noun + " undetermined");
    }

    private static Optional<String> endOfLife(ScanReport report) {
        return report.assessment().support().ended()
                ? Optional.of(report.inventory().distribution().prettyName() + " is out of support")
                : Optional.empty();
    }
}
