package io.plimsoll.cli;

import io.plimsoll.lint.LabelKind;
import io.plimsoll.lint.LintSettings;
import io.plimsoll.lint.base.BaseVerdicts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What `lint` is told besides the files.
final class LintOptions {
    private static final String REGISTRY = "--trusted-registry";
    private static final String LABEL = "--label";
    private static final String STRICT = "--strict-labels";

    private LintOptions() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.values(
                        "REGISTRY",
                        "a registry that base images may come from, repeatable; * stands for any part"
                                + " of a name",
                        REGISTRY));
        spec.addOption(
                Options.values(
                        "NAME[=KIND]",
                        "a label that the image has to have, repeatable; KIND is text, url, semver,"
                                + " hash, rfc3339, spdx or email",
                        LABEL));
        spec.addOption(Options.flag(STRICT, "report labels that no --label names"));
    }

    /// @throws IllegalArgumentException if a label has an unknown kind
    static LintSettings of(ParseResult parsed) {
        List<String> registries =
                Options.texts(parsed, REGISTRY).stream()
                        .flatMap(each -> Arrays.stream(each.split(",", -1)))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
        Map<String, LabelKind> labels = new TreeMap<>();
        for (String label : Options.texts(parsed, LABEL)) {
            int equals = label.indexOf('=');
            LabelKind kind =
                    equals < 0 ? LabelKind.TEXT : LabelKind.of(label.substring(equals + 1));
            labels.put(equals < 0 ? label : label.substring(0, equals), kind);
        }
        boolean strict = Options.isSet(parsed, STRICT);
        return new LintSettings(
                registries, labels, strict, Optional.empty(), Optional.empty(), BaseVerdicts.NONE);
    }
}
