package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Build;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Expansion;
import io.plimsoll.lint.Fixer;
import io.plimsoll.lint.LintReport;
import io.plimsoll.lint.Linter;
import io.plimsoll.lint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lints and fixes real Dockerfiles and damaged copies of them.
final class LintCorpusTest {
    private static final int LEAST_FIXED = 300;
    private static final int COPIES = 5;

    private final Linter linter = new Linter(Rules.all(), List.of(), LocalDate.EPOCH);

    @Test
    void fixesLeaveFewerFindingsAndTheSameMeaning() throws IOException, InterruptedException {
        int fixed = 0;
        for (Path path : DockerfileCorpus.files()) {
            fixed += check(path) ? 1 : 0;
        }
        assertThat(fixed).isGreaterThan(LEAST_FIXED);
    }

    @Test
    void damagedFilesAreLintedAndFixedAllTheSame() throws IOException, InterruptedException {
        List<Path> files = DockerfileCorpus.damaged(DockerfileCorpus.files(), COPIES);
        assertThat(files).isNotEmpty();
        for (Path path : files) {
            check(path);
        }
    }

    private boolean check(Path path) throws IOException {
        Dockerfile before = Dockerfile.parse(Files.readAllBytes(path));
        LintReport report = linter.lint(path.toString(), before);
        Fixer.Result result = new Fixer(linter).fix(report);
        Dockerfile after = result.file();
        assertThat(after.instructions()).as("" + path).hasSameSizeAs(before.instructions());
        assertThat(values(after)).as("" + path).isEqualTo(values(before));
        boolean changed = !java.util.Arrays.equals(after.print(), before.print());
        assertThat(result.report().findings().size() < report.findings().size())
                .as("" + path)
                .isEqualTo(changed);
        return changed;
    }

    /// What the builder itself replaces and sets, but for the label that stands for MAINTAINER.
    private static List<String> values(Dockerfile file) {
        List<String> values = new ArrayList<>();
        Build.of(file, BuildArguments.none()).steps().stream()
                .filter(step ->
                        switch (step.instruction().kind()) {
                            case ARG, ENV, EXPOSE, LABEL, STOPSIGNAL, USER, VOLUME, WORKDIR -> true;
                            default -> false;
                        })
                .filter(step -> !isAuthors(step.words()))
                .forEach(step ->
                        values.add(
                                step.instruction().kind()
                                        + " "
                                        + step.words().stream()
                                                .map(LintCorpusTest::value)
                                                .toList()));
        return values;
    }

    private static String value(Expansion word) {
        return word.text().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isAuthors(List<Expansion> words) {
        return !words.isEmpty() && words.getFirst().text().endsWith(".image.authors");
    }
}
