package io.plimsoll.policy;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.policy.ignore.Rule;
import io.plimsoll.policy.subject.Subject;
import io.plimsoll.policy.vex.VexStatements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which findings count, and how bad they are.
///
/// @param rules of all ignore files, in the order in which they were named; the first that holds is
///     the one that is said
/// @param vex what VEX documents say
/// @param severityOrder sources of scores, the preferred first
/// @param warnings what of the files is not honoured
public record Policy(
        List<Rule> rules, VexStatements vex, List<String> severityOrder, List<Problem> warnings) {
    public Policy {
        rules = List.copyOf(rules);
        severityOrder = List.copyOf(severityOrder);
        warnings = List.copyOf(warnings);
    }

    /// The report with the findings that do not count among the suppressed ones, and with what is to
    /// be said of the policy among the problems.
    public ScanReport apply(ScanReport report) {
        ScanReport rated =
                rate(report.checks().isEmpty() ? report : new CheckPolicy(rules, report).apply());
        List<Subject> subjects = Subject.of(rated);
        List<Finding> counting = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>(rated.assessment().suppressed());
        for (Subject subject : subjects) {
            Optional<Suppressed> one = suppress(subject, report.today());
            one.ifPresent(suppressed::add);
            if (one.isEmpty()) {
                counting.add(subject.finding());
            }
        }
        suppressed.sort(Policy::inOrder);
        Assessment assessment = rated.assessment().with(counting, suppressed);
        return rated.with(assessment)
                .with(withProblems(rated.inventory(), problems(subjects, rated.today())));
    }

    /// The report with severities by who is preferred.
    public ScanReport rate(ScanReport report) {
        return new SeverityOrder(severityOrder).apply(report);
    }

    private Optional<Suppressed> suppress(Subject subject, LocalDate today) {
        for (Rule rule : rules) {
            if (!rule.isOver(today) && rule.holds(subject)) {
                return Optional.of(rule.suppress(subject));
            }
        }
        return vex.suppress(subject);
    }

    private List<Problem> problems(List<Subject> subjects, LocalDate today) {
        List<Problem> problems = new ArrayList<>(warnings);
        for (Rule rule : rules) {
            if (rule.isOver(today)) {
                int colon = rule.place().lastIndexOf(':');
                problems.add(
                        Problem.of(
                                rule.place().substring(0, colon),
                                "policy",
                                ProblemKind.LEFT_OUT,
                                "line "
                                        + rule.place().substring(colon + 1)
                                        + ": the rule expired on "
                                        + rule.expires().orElseThrow()
                                        + " and holds no more"));
            }
        }
        problems.addAll(vex.problems(subjects));
        return problems;
    }

    private static Inventory withProblems(Inventory inventory, List<Problem> more) {
        List<Problem> all = new ArrayList<>(inventory.problems());
        all.addAll(more);
        return new Inventory(
                inventory.distribution(),
                inventory.others(),
                inventory.packages(),
                inventory.unownedExecutables(),
                all.stream().sorted().distinct().toList());
    }

    private static int inOrder(Suppressed left, Suppressed right) {
        int byPackage = left.finding().packageId().compareTo(right.finding().packageId());
        return byPackage != 0 ? byPackage : left.finding().id().compareTo(right.finding().id());
    }

    /// Whether a finding counts, and what rules and statements say of it, in lines for people.
    ///
    /// @param suppressed whether it does not count
    /// @param lines one for each rule and statement that is about it
    public record Said(boolean suppressed, List<String> lines) {
        public Said {
            lines = List.copyOf(lines);
        }
    }

    /// What is said of a finding.
    public Said explain(Subject subject, LocalDate today) {
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            rule.explain(subject, today).ifPresent(lines::add);
        }
        lines.addAll(vex.explain(subject));
        return new Said(suppress(subject, today).isPresent(), lines);
    }
}
