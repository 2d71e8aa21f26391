package io.plimsoll.lint.rules;

import io.plimsoll.lint.LabelKind;
import io.plimsoll.lint.LintSettings;
import io.plimsoll.lint.context.BuildContext;
import io.plimsoll.lint.context.IgnoreFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What fixtures of rules are checked with that ask for more than the file.
final class RuleSettings {
    private static final String TEAM = "org.example.team";

    private RuleSettings() {}

    static LintSettings of(String rule) {
        return switch (rule) {
            case "PL-FROM-REGISTRY" ->
                    new LintSettings(
                            List.of("registry.example", "*.trusted.example"),
                            Map.of(),
                            false,
                            Optional.empty());
            case "PL-LABEL-MISSING" -> labels(Map.of(TEAM, LabelKind.TEXT), false);
            case "PL-LABEL-EXTRA" -> labels(Map.of(TEAM, LabelKind.TEXT), true);
            case "PL-LABEL-VALUE" ->
                    labels(
                            Map.of(
                                    "version", LabelKind.SEMVER,
                                    "commit", LabelKind.HASH,
                                    "contact", LabelKind.EMAIL),
                            false);
            case "PL-COPY-IGNORED" -> beside(Optional.of("secret\n*.md\n!README.md\n"));
            case "PL-DOCKERIGNORE" -> beside(Optional.empty());
            default -> LintSettings.NONE;
        };
    }

    private static LintSettings labels(Map<String, LabelKind> labels, boolean strict) {
        return new LintSettings(List.of(), labels, strict, Optional.empty());
    }

    private static LintSettings beside(Optional<String> ignoreFile) {
        return LintSettings.NONE.in(Optional.of(new BuildContext(ignoreFile.map(IgnoreFile::of))));
    }
}
