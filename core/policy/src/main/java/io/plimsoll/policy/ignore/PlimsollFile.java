package io.plimsoll.policy.ignore;

import io.plimsoll.model.Fix;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Severity;
import io.plimsoll.model.Suppressed.Claim;
import io.plimsoll.policy.subject.PolicyFormatException;
import io.plimsoll.policy.yaml.YamlFields;
import io.plimsoll.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads `plimsoll.yaml`; its schema is `docs/policy-schema.json`.
///
/// @param ignore its rules
/// @param failOn words of `--fail-on`
/// @param failOnAt where they stand; empty where there are none
/// @param severityOrder sources of scores, the preferred first
public record PlimsollFile(
        IgnoreFile ignore, List<String> failOn, String failOnAt, List<String> severityOrder) {
    private static final Set<String> KEYS = Set.of("ignore", "fail-on", "severity-order");
    private static final Set<String> RULE_KEYS =
            Set.of(
                    "id",
                    "purl",
                    "path",
                    "origin",
                    "layer",
                    "fix",
                    "severity",
                    "reason",
                    "owner",
                    "expires",
                    "justification");
    private static final int SHORTEST_LAYER = 4;

    public PlimsollFile {
        failOn = List.copyOf(failOn);
        severityOrder = List.copyOf(severityOrder);
    }

    /// Reads a file's document.
    ///
    /// @throws PolicyFormatException if it is not as it should be
    public static PlimsollFile read(String file, YamlNode root) {
        IgnoreFile.Collector found = new IgnoreFile.Collector(file);
        YamlFields fields = YamlFields.of(root, "a policy");
        fields.only(KEYS);
        fields.node("ignore")
                .ifPresent(list ->
                        YamlFields.items(list, "'ignore'").forEach(each -> rule(each, found)));
        return new PlimsollFile(
                found.done(),
                fields.texts("fail-on"),
                fields.node("fail-on").isPresent() ? fields.at("fail-on").toString() : "",
                fields.texts("severity-order"));
    }

    private static void rule(YamlNode node, IgnoreFile.Collector found) {
        YamlFields fields = YamlFields.of(node, "a rule");
        fields.only(RULE_KEYS);
        List<Condition> conditions = conditions(fields);
        if (conditions.isEmpty()) {
            throw YamlFields.wrong(
                    fields.position(),
                    "the rule says nothing of what it ignores; it needs one of id, purl, path,"
                            + " origin, layer, fix, severity");
        }
        String place = fields.position().fileAndLine();
        if (fields.text("reason").isEmpty()) {
            found.odd(place, "the rule gives no reason");
        }
        found.rule(
                new Rule(
                        place,
                        conditions,
                        fields.text("reason"),
                        fields.text("owner"),
                        fields.day("expires"),
                        claim(fields)));
    }

    private static Claim claim(YamlFields fields) {
        return fields.value(
                        "justification",
                        "one of " + String.join(", ", Justifications.ALL),
                        text -> Optional.of(text).filter(Justifications.ALL::contains))
                .map(word -> new Claim(Claim.Kind.NOT_AFFECTED, word))
                .orElse(Claim.NONE);
    }

    private static List<Condition> conditions(YamlFields fields) {
        List<Condition> conditions = new ArrayList<>();
        checked(fields, "id", Conditions::ids).ifPresent(conditions::add);
        checked(fields, "purl", purls -> Conditions.purls("purl", purls))
                .ifPresent(conditions::add);
        checked(fields, "path", paths -> Conditions.paths("path", paths))
                .ifPresent(conditions::add);
        fields.value("origin", "base or own", PlimsollFile::origin)
                .map(Conditions::origin)
                .ifPresent(conditions::add);
        fields.value("layer", "the beginning of a diff id", PlimsollFile::layer)
                .map(Conditions::layer)
                .ifPresent(conditions::add);
        fields.value("fix", "fixed, not-fixed, wont-fix, deferred or unknown", PlimsollFile::fix)
                .map(state -> Conditions.fix("fix", state))
                .ifPresent(conditions::add);
        fields.value(
                        "severity",
                        "critical, high, medium, low, negligible or unknown",
                        PlimsollFile::severity)
                .map(Conditions::severity)
                .ifPresent(conditions::add);
        return conditions;
    }

    /// A condition of the texts of a member, whose fault is told with its place.
    static Optional<Condition> checked(
            YamlFields fields, String name, Function<List<String>, Condition> reading) {
        List<String> texts = fields.texts(name);
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        if (texts.contains("")) {
            throw YamlFields.wrong(fields.valueAt(name), "'" + name + "' holds an empty text");
        }
        try {
            return Optional.of(reading.apply(texts));
        } catch (PolicyFormatException located) {
            throw located;
        } catch (IllegalArgumentException unreadable) {
            throw new PolicyFormatException(
                    fields.valueAt(name) + ": '" + name + "': " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static Optional<Origin> origin(String text) {
        return switch (text) {
            case "base" -> Optional.of(Origin.BASE);
            case "own" -> Optional.of(Origin.OWN);
            default -> Optional.empty();
        };
    }

    private static Optional<String> layer(String text) {
        String hex = text.startsWith("sha256:") ? text.substring("sha256:".length()) : text;
        boolean usable =
                hex.length() >= SHORTEST_LAYER
                        && hex.chars()
                                .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        return usable ? Optional.of(hex) : Optional.empty();
    }

    static Optional<Fix.State> fix(String text) {
        return Arrays.stream(Fix.State.values()).filter(each -> each.word().equals(text)).findAny();
    }

    private static Optional<Severity> severity(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(Severity.values()).filter(each -> each.word().equals(word)).findAny();
    }
}
