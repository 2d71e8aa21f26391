package io.plimsoll.policy.ignore;

import io.plimsoll.model.Fix;
import io.plimsoll.model.How;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.SourcePackage;
import io.plimsoll.model.Suppressed.Claim;
import io.plimsoll.policy.yaml.YamlFields;
import io.plimsoll.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads the rules under `ignore` in a configuration of Grype.
///
/// A rule with a key that cannot be honoured is left out whole: without that key it would hide more
/// than was meant.
///
/// Source: Grype's documentation, "Specifying matches to ignore", and `grype/match/ignore.go`.
final class GrypeFile {
    private static final Set<String> KNOWN =
            Set.of(
                    "vulnerability",
                    "include-aliases",
                    "reason",
                    "fix-state",
                    "package",
                    "match-type",
                    "vex-status",
                    "vex-justification");
    private static final Set<String> OF_PACKAGE =
            Set.of("name", "version", "language", "type", "location", "upstream-name");

    private final IgnoreFile.Collector found;

    private GrypeFile(String file) {
        this.found = new IgnoreFile.Collector(file);
    }

    /// @throws io.plimsoll.policy.subject.PolicyFormatException if it is not as it should be
    static IgnoreFile read(String file, YamlNode root) {
        GrypeFile grype = new GrypeFile(file);
        YamlFields fields = YamlFields.of(root, "a configuration of Grype");
        Set<String> others = new TreeSet<>(fields.names());
        others.remove("ignore");
        if (!others.isEmpty()) {
            grype.found.unsupported(
                    fields.position().fileAndLine(),
                    "only 'ignore' is honoured, not " + String.join(", ", others));
        }
        fields.node("ignore")
                .ifPresent(list -> YamlFields.items(list, "'ignore'").forEach(grype::rule));
        return grype.found.done();
    }

    private void rule(YamlNode node) {
        YamlFields fields = YamlFields.of(node, "a rule");
        Optional<YamlFields> of =
                fields.node("package").map(each -> YamlFields.of(each, "'package'"));
        if (!isKnown(fields, KNOWN) || (of.isPresent() && !isKnown(of.get(), OF_PACKAGE))) {
            return;
        }
        String vex = fields.text("vex-status");
        if (!vex.isEmpty() || !fields.text("vex-justification").isEmpty()) {
            // What VEX says is not affected or fixed is left out without any rule.
            if (!vex.equals("not_affected") && !vex.equals("fixed")) {
                found.unsupported(
                        fields.position().fileAndLine(),
                        "a rule by vex-status '" + vex + "' is not honoured");
            }
            return;
        }
        List<Condition> conditions = new ArrayList<>();
        PlimsollFile.checked(fields, "vulnerability", Conditions::ids).ifPresent(conditions::add);
        fields.value("fix-state", "fixed, not-fixed, wont-fix or unknown", PlimsollFile::fix)
                .map(GrypeFile::fixState)
                .ifPresent(conditions::add);
        fields.value(
                        "match-type",
                        "exact-direct-match, exact-indirect-match or cpe-match",
                        GrypeFile::matchType)
                .ifPresent(conditions::add);
        of.ifPresent(each -> conditions.addAll(ofPackage(each)));
        if (conditions.isEmpty()) {
            throw YamlFields.wrong(fields.position(), "the rule says nothing of what it ignores");
        }
        found.rule(
                new Rule(
                        fields.position().fileAndLine(),
                        conditions,
                        fields.text("reason"),
                        "",
                        Optional.empty(),
                        Claim.NONE));
    }

    private boolean isKnown(YamlFields fields, Set<String> known) {
        for (String name : fields.names()) {
            if (!known.contains(name)) {
                found.unsupported(
                        fields.at(name).fileAndLine(),
                        "'" + name + "' is not honoured, and so the rule is not");
                return false;
            }
        }
        return true;
    }

    private static List<Condition> ofPackage(YamlFields fields) {
        List<Condition> conditions = new ArrayList<>();
        text(fields, "name", name -> isNamed(pattern(name))).ifPresent(conditions::add);
        text(fields, "version", version -> record -> record.version().equals(version))
                .ifPresent(conditions::add);
        text(fields, "upstream-name", name -> hasSource(pattern(name))).ifPresent(conditions::add);
        text(fields, "language", word -> record -> record.type().language().equals(word))
                .ifPresent(conditions::add);
        text(fields, "type", word -> record -> type(record.type()).equals(word))
                .ifPresent(conditions::add);
        PlimsollFile.checked(
                        fields, "location", paths -> Conditions.paths("package location", paths))
                .ifPresent(conditions::add);
        return conditions;
    }

    private interface Reading {
        Predicate<PackageRecord> of(String text);
    }

    private static Optional<Condition> text(YamlFields fields, String name, Reading reading) {
        String text = fields.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Predicate<PackageRecord> test = reading.of(text);
        return Optional.of(
                Conditions.any(
                        "package " + name, text, each -> test.test(each.installed().record())));
    }

    private static Predicate<PackageRecord> isNamed(Predicate<String> pattern) {
        return record -> pattern.test(record.name()) || pattern.test(record.fullName());
    }

    private static Predicate<PackageRecord> hasSource(Predicate<String> pattern) {
        return record -> record.source().map(SourcePackage::name).filter(pattern).isPresent();
    }

    /// A name is a regular expression of the whole; one that is none is the name itself.
    private static Predicate<String> pattern(String text) {
        try {
            return Pattern.compile(text).asMatchPredicate();
        } catch (PatternSyntaxException noExpression) {
            return text::equals;
        }
    }

    /// Grype knows no deferred fixes: they are not fixed.
    private static Condition fixState(Fix.State state) {
        return Conditions.any(
                "fix-state",
                state.word(),
                each ->
                        each.finding().fix().state() == state
                                || (state == Fix.State.NOT_FIXED
                                        && each.finding().fix().state() == Fix.State.DEFERRED));
    }

    private static Optional<Condition> matchType(String word) {
        Optional<How.Kind> kind =
                switch (word) {
                    case "exact-direct-match" -> Optional.of(How.Kind.PACKAGE);
                    case "exact-indirect-match" -> Optional.of(How.Kind.SOURCE_PACKAGE);
                    case "cpe-match" -> Optional.of(How.Kind.CPE);
                    default -> Optional.empty();
                };
        return kind.map(wanted ->
                Conditions.any("match-type", word, each -> each.finding().how().kind() == wanted));
    }

    /// Source: syft, `pkg/type.go`.
    private static String type(PackageType type) {
        return switch (type) {
            case CARGO -> "rust-crate";
            case COMPOSER -> "php-composer";
            case GEM -> "gem";
            case GOLANG -> "go-module";
            case GENERIC -> "binary";
            case MAVEN -> "java-archive";
            case NPM -> "npm";
            case NUGET -> "dotnet";
            case PYPI -> "python";
            case ALPM, APK, BITNAMI, DEB, HEX, OPKG, RPM -> type.purlType();
        };
    }
}
