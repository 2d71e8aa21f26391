package io.plimsoll.policy;

import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.ScanReport;
import io.plimsoll.policy.ignore.Rule;
import io.plimsoll.policy.subject.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// Which findings of checks count. A rule is about them only where it names the check by an id: one that
/// leaves out all that is mild, or all of a folder, is about vulnerabilities.
final class CheckPolicy {
    private final List<Rule> rules;
    private final ScanReport report;
    private final BiFunction<CheckResult, CheckFinding, Subject> subjects;

    CheckPolicy(List<Rule> rules, ScanReport report) {
        this.rules = rules;
        this.report = report;
        this.subjects = Subject.ofChecks(report);
    }

    ScanReport apply() {
        return report.with(report.checks().map(checks -> checks.map(this::left)));
    }

    private CheckResult left(CheckResult result) {
        if (result.state() != CheckResult.State.FAILED) {
            return result;
        }
        List<CheckFinding> counting = new ArrayList<>();
        TreeMap<String, Integer> ignored = new TreeMap<>();
        for (CheckFinding finding : result.findings()) {
            Optional<Rule> rule = ignores(subjects.apply(result, finding));
            if (rule.isEmpty()) {
                counting.add(finding);
            } else {
                ignored.merge(said(rule.get()), 1, Integer::sum);
            }
        }
        if (ignored.isEmpty()) {
            return result;
        }
        if (counting.isEmpty()) {
            return result.ignored(String.join("; ", ignored.keySet()));
        }
        List<String> why = new ArrayList<>();
        if (!result.why().isEmpty()) {
            why.add(result.why());
        }
        ignored.forEach((by, count) -> why.add(count + " ignored by " + by));
        return new CheckResult(result.check(), result.state(), String.join("; ", why), counting);
    }

    private Optional<Rule> ignores(Subject subject) {
        return rules.stream()
                .filter(rule -> !rule.isOver(report.today()) && rule.names(subject))
                .findFirst();
    }

    private static String said(Rule rule) {
        String until = rule.expires().map(day -> ", until " + day).orElse("");
        return rule.place() + (rule.reason().isEmpty() ? "" : ": " + rule.reason()) + until;
    }
}
