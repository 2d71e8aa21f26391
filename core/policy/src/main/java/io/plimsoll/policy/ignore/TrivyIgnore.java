package io.plimsoll.policy.ignore;

import io.plimsoll.model.Printable;
import io.plimsoll.model.Suppressed.Claim;
import io.plimsoll.policy.subject.PolicyFormatException;
import io.plimsoll.policy.yaml.YamlFields;
import io.plimsoll.policy.yaml.YamlNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads Trivy's `.trivyignore` and `.trivyignore.yaml`. Its days are instants at their beginning: on
/// the day itself a rule is over.
///
/// Source: Trivy's documentation, "Filtering", and `pkg/result/ignore.go`.
final class TrivyIgnore {
    private static final String EXPIRES = "exp:";
    private static final int SHOWN = 100;
    private static final int MAX_RULES = 100_000;
    private static final Set<String> KNOWN =
            Set.of("id", "paths", "purls", "expired_at", "statement");

    private TrivyIgnore() {}

    /// One id a line, perhaps with `exp:2026-01-01` behind it.
    ///
    /// @throws PolicyFormatException if a line is none such
    static IgnoreFile readLines(String file, byte[] bytes) {
        IgnoreFile.Collector found = new IgnoreFile.Collector(file);
        int number = 0;
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            number++;
            String text = line.strip();
            if (number > MAX_RULES) {
                throw new PolicyFormatException(file + ": more than " + MAX_RULES + " lines");
            }
            if (!text.isEmpty() && !text.startsWith("#")) {
                line(file + ":" + number, text.split("\\s+", -1), found);
            }
        }
        return found.done();
    }

    private static void line(String place, String[] words, IgnoreFile.Collector found) {
        Optional<LocalDate> expires = Optional.empty();
        for (int i = 1; i < words.length && !words[i].startsWith("#"); i++) {
            if (!words[i].startsWith(EXPIRES)) {
                throw new PolicyFormatException(
                        place
                                + ": '"
                                + Printable.beginning(words[i], SHOWN)
                                + "' is unknown behind an id; known is exp:2026-12-31");
            }
            expires = SnykFile.dayBefore(words[i].substring(EXPIRES.length()));
            if (expires.isEmpty()) {
                throw new PolicyFormatException(
                        place + ": '" + Printable.beginning(words[i], SHOWN) + "' is no day");
            }
        }
        String id = words[0];
        if (isNoVulnerability(id)) {
            found.unsupported(place, "'" + id + "' is no vulnerability: it is not honoured");
        } else {
            found.rule(
                    new Rule(
                            place,
                            List.of(Conditions.ids(List.of(id))),
                            "",
                            "",
                            expires,
                            Claim.NONE));
        }
    }

    /// Misconfigurations have ids of their own.
    private static boolean isNoVulnerability(String id) {
        return id.startsWith("AVD-") || id.startsWith("DS-") || id.startsWith("KSV-");
    }

    /// @throws PolicyFormatException if it is not as it should be
    static IgnoreFile readYaml(String file, YamlNode root) {
        IgnoreFile.Collector found = new IgnoreFile.Collector(file);
        YamlFields fields = YamlFields.of(root, "a .trivyignore.yaml file");
        for (String name : fields.names()) {
            YamlNode node = fields.node(name).orElseThrow();
            if (name.equals("vulnerabilities")) {
                YamlFields.items(node, "'" + name + "'").forEach(each -> rule(each, found));
            } else {
                found.unsupported(
                        fields.at(name).fileAndLine(),
                        "'" + name + "' is not honoured: only 'vulnerabilities' is");
            }
        }
        return found.done();
    }

    private static void rule(YamlNode node, IgnoreFile.Collector found) {
        YamlFields fields = YamlFields.of(node, "a rule");
        String place = fields.position().fileAndLine();
        for (String name : fields.names()) {
            if (!KNOWN.contains(name)) {
                found.unsupported(
                        fields.at(name).fileAndLine(),
                        "'" + name + "' is not honoured, and so the rule is not");
                return;
            }
        }
        List<Condition> conditions = new ArrayList<>();
        PlimsollFile.checked(fields, "id", Conditions::ids).ifPresent(conditions::add);
        if (conditions.isEmpty()) {
            throw YamlFields.wrong(fields.position(), "the rule has no 'id'");
        }
        PlimsollFile.checked(fields, "paths", paths -> Conditions.paths("paths", paths))
                .ifPresent(conditions::add);
        PlimsollFile.checked(fields, "purls", purls -> Conditions.purls("purls", purls))
                .ifPresent(conditions::add);
        found.rule(
                new Rule(
                        place,
                        conditions,
                        fields.text("statement"),
                        "",
                        SnykFile.lastDay(fields, "expired_at"),
                        Claim.NONE));
    }
}
