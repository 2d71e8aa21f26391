package io.plimsoll.lint;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.dockerfile.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds Dockerfiles against rules.
public final class Linter {
    private final List<Rule> rules;
    private final RuleTable table;
    private final List<String> ignored;
    private final LocalDate today;
    private final LintSettings settings;

    /// A linter with these rules, to which nothing else is told.
    ///
    /// @param ignored ids or aliases that the user does not want to see
    /// @param today decides whether an ignore comment has expired
    public Linter(List<Rule> rules, List<String> ignored, LocalDate today) {
        this(rules, ignored, today, LintSettings.NONE);
    }

    /// A linter with these rules.
    ///
    /// @param ignored ids or aliases that the user does not want to see
    /// @param today decides whether an ignore comment has expired
    public Linter(List<Rule> rules, List<String> ignored, LocalDate today, LintSettings settings) {
        this.settings = settings;
        this.rules = List.copyOf(rules);
        this.table = RuleTable.load();
        this.ignored = List.copyOf(ignored);
        this.today = today;
    }

    /// Checks one file.
    ///
    /// @param path its name in the report
    public LintReport lint(String path, Dockerfile file) {
        LintedFile linted = LintedFile.of(file, settings);
        List<LintFinding> all = new ArrayList<>();
        for (Rule rule : rules) {
            RuleInfo info = table.of(rule);
            rule.check(linted, violation -> all.add(finding(linted, info, violation)));
        }
        all.sort(Linter::inOrder);
        Ignores ignores = Ignores.of(file, today);
        List<LintFinding> findings = new ArrayList<>();
        List<LintReport.Suppressed> suppressed = new ArrayList<>();
        for (LintFinding each : all) {
            Optional<String> by = ignores.by(each).or(() -> option(each.rule()));
            by.ifPresentOrElse(
                    reason -> suppressed.add(new LintReport.Suppressed(each, reason)),
                    () -> findings.add(each));
        }
        return new LintReport(path, file, findings, suppressed, file.problems());
    }

    private Optional<String> option(RuleInfo rule) {
        return ignored.stream().filter(rule::isNamed).findFirst().map(name -> "--ignore " + name);
    }

    private static LintFinding finding(LintedFile file, RuleInfo rule, Violation violation) {
        Span span = violation.span();
        String stage = file.stageAt(span).map(Linter::name).orElse("");
        return new LintFinding(rule, violation, file.file().span(span.end(), span.end()), stage);
    }

    private static String name(Stage stage) {
        return stage.name().orElse("" + stage.index());
    }

    private static int inOrder(LintFinding left, LintFinding right) {
        int byPlace = Integer.compare(left.span().start(), right.span().start());
        int byRule = left.rule().id().compareTo(right.rule().id());
        return byPlace != 0
                ? byPlace
                : byRule != 0
                        ? byRule
                        : left.violation().message().compareTo(right.violation().message());
    }
}
