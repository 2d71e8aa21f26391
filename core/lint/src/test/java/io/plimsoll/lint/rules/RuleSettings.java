package io.plimsoll.lint.rules;

import io.plimsoll.lint.LabelKind;
import io.plimsoll.lint.LintSettings;
import io.plimsoll.lint.base.BaseVerdict;
import io.plimsoll.lint.base.BaseVerdicts;
import io.plimsoll.lint.context.BuildContext;
import io.plimsoll.lint.context.IgnoreFile;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.image.BuiltPackage;
import io.plimsoll.lint.image.FindingCounts;
import io.plimsoll.lint.image.ImagePaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/// What fixtures of rules are checked with that ask for more than the file.
final class RuleSettings {
    private static final String TEAM = "org.example.team";

    /// Upon a base image with git, line 2 has installed gcc and curl with their libraries.
    private static final BuiltImage IMAGE = image(OptionalInt.empty());

    private RuleSettings() {}

    static LintSettings of(String rule) {
        return switch (rule) {
            case "PL-FROM-REGISTRY" ->
                    new LintSettings(
                            List.of("registry.example", "*.trusted.example"),
                            Map.of(),
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            BaseVerdicts.NONE);
            case "PL-FROM-EOL", "PL-FROM-BETTER" ->
                    LintSettings.NONE.with((BaseVerdicts) RuleSettings::known);
            case "PL-LABEL-MISSING" -> labels(Map.of(TEAM, LabelKind.TEXT), false);
            case "PL-LABEL-EXTRA" -> labels(Map.of(TEAM, LabelKind.TEXT), true);
            case "PL-LABEL-VALUE" ->
                    labels(
                            Map.of(
                                    "version", LabelKind.SEMVER,
                                    "commit", LabelKind.HASH,
                                    "contact", LabelKind.EMAIL),
                            false);
            case "PL-IMAGE-BUILD-TOOLS", "PL-IMAGE-UNNEEDED" -> LintSettings.NONE.with(IMAGE);
            case "PL-IMAGE-DRIFT" -> LintSettings.NONE.with(drifted());
            case "PL-COPY-IGNORED" -> beside(Optional.of("secret\n*.md\n!README.md\n"));
            case "PL-DOCKERIGNORE" -> beside(Optional.empty());
            default -> LintSettings.NONE;
        };
    }

    /// Of two images something is known.
    private static BaseVerdict known(String reference) {
        return switch (reference) {
            case "python:3.9-slim" ->
                    new BaseVerdict(List.of("python 3.9 is no longer supported"), Optional.empty());
            case "debian:12.1" -> new BaseVerdict(List.of(), Optional.of("debian:12.15 has fewer"));
            default -> BaseVerdict.NONE;
        };
    }

    private static BuiltImage drifted() {
        return image(OptionalInt.of(2));
    }

    private static BuiltImage image(OptionalInt missing) {
        Map<String, BuiltPackage> packages = new TreeMap<>();
        packages.put("gcc", installed("gcc", true, List.of("libmpc3"), false));
        packages.put("libmpc3", installed("libmpc3", true, List.of(), false));
        packages.put("libold1", installed("libold1", true, List.of(), true));
        return new BuiltImage(
                "app",
                100,
                "deb",
                packages,
                List.of(),
                missing,
                List.of("/app"),
                List.of(),
                List.of("/usr/bin"),
                FindingCounts.NONE,
                true,
                new ImagePaths() {
                    @Override
                    public Optional<String> owner(String path) {
                        return Optional.empty();
                    }

                    @Override
                    public String resolve(String path) {
                        return path;
                    }
                });
    }

    private static BuiltPackage installed(
            String name, boolean own, List<String> needs, boolean unneeded) {
        return new BuiltPackage(
                name,
                OptionalLong.of(12_000_000),
                own,
                own ? OptionalInt.of(2) : OptionalInt.empty(),
                needs,
                List.of(),
                unneeded,
                new FindingCounts(1, 2, 0, 0));
    }

    private static LintSettings labels(Map<String, LabelKind> labels, boolean strict) {
        return new LintSettings(
                List.of(), labels, strict, Optional.empty(), Optional.empty(), BaseVerdicts.NONE);
    }

    private static LintSettings beside(Optional<String> ignoreFile) {
        return LintSettings.NONE.in(Optional.of(new BuildContext(ignoreFile.map(IgnoreFile::of))));
    }
}
