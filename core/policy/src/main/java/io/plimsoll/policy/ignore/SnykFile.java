package io.plimsoll.policy.ignore;

import io.plimsoll.model.Fix;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.SourcePackage;
import io.plimsoll.model.Suppressed.Claim;
import io.plimsoll.policy.subject.Subject;
import io.plimsoll.policy.yaml.YamlFields;
import io.plimsoll.policy.yaml.YamlNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a `.snyk` file.
///
/// A path `a > b` holds where each way to the package is that way; `*` alone holds always, and `*`
/// as a part is any package.
///
/// Source: snyk/policy, `lib/match`: a rule is of one id and one way, and what is ignored is ignored
/// until the instant that it names.
final class SnykFile {
    private static final Set<String> KNOWN =
            Set.of(
                    "reason",
                    "expires",
                    "created",
                    "reasonType",
                    "source",
                    "ignoredBy",
                    "disregardIfFixable");
    private static final String ANY = "*";
    private static final String THEN = ">";

    private final IgnoreFile.Collector found;

    private SnykFile(String file) {
        this.found = new IgnoreFile.Collector(file);
    }

    /// @throws io.plimsoll.policy.subject.PolicyFormatException if it is not as it should be
    static IgnoreFile read(String file, YamlNode root) {
        SnykFile snyk = new SnykFile(file);
        snyk.all(YamlFields.of(root, "a .snyk file"));
        return snyk.found.done();
    }

    private void all(YamlFields fields) {
        for (String name : fields.names()) {
            YamlNode node = fields.node(name).orElseThrow();
            switch (name) {
                case "version", "ignore" -> {}
                default -> {
                    if (!isEmpty(node)) {
                        found.unsupported(
                                fields.at(name).fileAndLine(),
                                "'" + name + "' is not honoured: only 'ignore' is");
                    }
                }
            }
        }
        fields.node("ignore").filter(node -> !isEmpty(node)).ifPresent(this::ignore);
    }

    private static boolean isEmpty(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.text().isEmpty();
            case YamlNode.Items items -> items.items().isEmpty();
            case YamlNode.Entries entries -> entries.entries().isEmpty();
        };
    }

    private void ignore(YamlNode node) {
        YamlFields byId = YamlFields.of(node, "'ignore'");
        for (String id : byId.names()) {
            for (YamlNode each :
                    YamlFields.items(
                            byId.node(id).orElseThrow(), "what is ignored of '" + id + "'")) {
                YamlFields byPath = YamlFields.of(each, "what is ignored of '" + id + "'");
                for (String path : byPath.names()) {
                    rule(id, path, byPath);
                }
            }
        }
    }

    private void rule(String id, String path, YamlFields byPath) {
        String place = byPath.at(path).fileAndLine();
        YamlNode node = byPath.node(path).orElseThrow();
        YamlFields fields = YamlFields.of(node, "what is ignored of '" + id + "'");
        for (String name : fields.names()) {
            if (!KNOWN.contains(name)) {
                found.unsupported(
                        fields.at(name).fileAndLine(),
                        "'" + name + "' is not honoured, and so the rule is not");
                return;
            }
        }
        List<Condition> conditions = new ArrayList<>();
        conditions.add(Conditions.ids(List.of(id)));
        if (!path.strip().equals(ANY)) {
            Optional<Condition> way = way(path);
            if (way.isEmpty()) {
                found.unsupported(
                        place,
                        "the version range in '"
                                + path
                                + "' is not honoured, and so the rule is not");
                return;
            }
            conditions.add(way.get());
        }
        if (fields.isTrue("disregardIfFixable")) {
            conditions.add(
                    Conditions.any(
                            "disregardIfFixable",
                            "true",
                            subject -> subject.finding().fix().state() != Fix.State.FIXED));
        }
        found.rule(
                new Rule(
                        place,
                        conditions,
                        fields.text("reason"),
                        "",
                        lastDay(fields, "expires"),
                        fields.text("reasonType").equals("not-vulnerable")
                                ? new Claim(Claim.Kind.NOT_AFFECTED, "")
                                : Claim.NONE));
    }

    /// The last whole day before an instant or a day: what ends on a day does not hold on it.
    static Optional<LocalDate> lastDay(YamlFields fields, String name) {
        return fields.value(
                name, "a day or an instant such as 2026-12-31T00:00:00.000Z", SnykFile::dayBefore);
    }

    static Optional<LocalDate> dayBefore(String text) {
        try {
            String instant = text.length() == "2026-12-31".length() ? text + "T00:00:00Z" : text;
            return Optional.of(
                    java.time.OffsetDateTime.parse(instant.replace(' ', 'T'))
                            .toInstant()
                            .minusNanos(1)
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .minusDays(endsWithinDay(instant) ? 1 : 0));
        } catch (java.time.DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /// Whether an instant lies inside a day, of which the rest is not ignored any more.
    private static boolean endsWithinDay(String text) {
        Instant instant = java.time.OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        return instant.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() != 0;
    }

    /// The condition of a way; nothing where it asks for a range of versions.
    private static Optional<Condition> way(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split(" " + THEN + " ", -1)) {
            String text = part.strip();
            if (isRange(text.substring(text.lastIndexOf('@') + 1))) {
                return Optional.empty();
            }
            parts.add(text);
        }
        return Optional.of(
                Conditions.any(
                        "path",
                        path,
                        subject -> leads(subject, subject.installed(), parts, parts.size() - 1)));
    }

    /// Whether the version of a part is one of npm's ranges: of Debian's versions some hold a tilde.
    private static boolean isRange(String version) {
        boolean isAny = version.equals(ANY) || version.isEmpty();
        return !isAny
                && ("<>^~*=".indexOf(version.charAt(0)) >= 0
                        || version.indexOf(' ') >= 0
                        || version.indexOf('|') >= 0);
    }

    /// Whether all ways to a package end as the parts up to one do, and begin with the first.
    private static boolean leads(
            Subject subject, InstalledPackage one, List<String> parts, int last) {
        if (!isNamed(one, parts.get(last))) {
            return false;
        }
        List<InstalledPackage> dependents = subject.dependentsOf(one);
        if (last == 0) {
            return dependents.isEmpty() || parts.getFirst().equals(ANY);
        }
        for (InstalledPackage each : dependents) {
            if (!leads(subject, each, parts, last - 1)) {
                return false;
            }
        }
        return !dependents.isEmpty();
    }

    /// A part is `name`, `source/name`, either with `@version`, or `*`.
    private static boolean isNamed(InstalledPackage one, String part) {
        if (part.equals(ANY)) {
            return true;
        }
        String full = one.record().fullName();
        String version = "@" + one.record().version();
        String ofSource = one.record().source().map(SourcePackage::name).orElse(full) + "/" + full;
        return part.equals(full)
                || part.equals(full + version)
                || part.equals(ofSource)
                || part.equals(ofSource + version);
    }
}
