package io.plimsoll.cli;

import io.plimsoll.base.advice.FromEdit;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.lint.report.UnifiedDiff;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Recommendation.Answer;
import io.plimsoll.model.Relation;
import io.plimsoll.model.SourceLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Writes a better base image into the FROM of a Dockerfile, with its digest.
///
/// @param shows whether to print the difference instead of writing
/// @param wanted the image that the user asks for; empty for the first that can be taken without a thought: the same tag
///     built anew, else a newer version with the same first number
record BaseFix(boolean shows, Optional<String> wanted) {
    private static final String FIX = "--fix";
    private static final String DIFF = "--diff";
    private static final String TO = "--to";
    private static final Set<Relation> SAFE = EnumSet.of(Relation.REFRESH, Relation.MINOR);

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.flag(
                        FIX,
                        "write the first refresh or minor upgrade into FROM, with its digest"));
        spec.addOption(Options.flag(DIFF, "show what --fix would do, and write nothing"));
        spec.addOption(Options.value("NAME", "the image that --fix or --diff takes", TO));
    }

    /// @throws IllegalArgumentException if options are missing or exclude one another
    static Optional<BaseFix> of(ParseResult parsed) {
        boolean fixes = Options.isSet(parsed, FIX);
        boolean shows = Options.isSet(parsed, DIFF);
        Optional<String> to = Options.text(parsed, TO);
        if (fixes && shows) {
            throw new IllegalArgumentException(FIX + " and " + DIFF + " exclude one another");
        }
        if (!fixes && !shows) {
            if (to.isPresent()) {
                throw new IllegalArgumentException(TO + " needs " + FIX + " or " + DIFF);
            }
            return Optional.empty();
        }
        if (Options.path(parsed, "--file").isEmpty()) {
            throw new IllegalArgumentException(
                    (fixes ? FIX : DIFF) + " needs --file DOCKERFILE: the file to change");
        }
        return Optional.of(new BaseFix(shows, to));
    }

    ExitCode run(BaseAdvice advice, Console console) throws IOException {
        SourceLine from =
                advice.base()
                        .source()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the Dockerfile names no base image that could be changed"));
        Optional<String> reference = reference(advice);
        if (reference.isEmpty()) {
            console.err()
                    .println(
                            "no refresh and no minor upgrade is known that is not worse; "
                                    + TO
                                    + " NAME takes another image");
            return ExitCode.DONE;
        }
        Path path = Path.of(from.file());
        Dockerfile file = Dockerfile.parse(Files.readAllBytes(path));
        byte[] fixed = FromEdit.apply(file, from.line(), reference.get());
        if (shows) {
            String diff =
                    UnifiedDiff.of(
                            from.file(),
                            new String(file.print(), StandardCharsets.ISO_8859_1),
                            new String(fixed, StandardCharsets.ISO_8859_1));
            console.out().write(diff.getBytes(StandardCharsets.ISO_8859_1));
            return ExitCode.DONE;
        }
        OutputFile.write(path, out -> out.write(fixed));
        console.err()
                .println(path + ":" + from.line() + ": " + from.text() + " -> " + reference.get());
        return ExitCode.DONE;
    }

    private Optional<String> reference(BaseAdvice advice) {
        for (Recommendation each : advice.recommendations()) {
            boolean named = wanted.filter(each.image().reference()::equals).isPresent();
            boolean safe =
                    wanted.isEmpty()
                            && SAFE.contains(each.relation())
                            && !each.worse()
                            && !each.image().isOver()
                            && each.image().content().isPresent()
                            && each.packages().answer() != Answer.NO;
            if (named || safe) {
                Optional<Digest> digest = each.image().digest();
                String name = each.image().reference();
                return Optional.of(digest.map(found -> name + "@" + found).orElse(name));
            }
        }
        return wanted;
    }
}
