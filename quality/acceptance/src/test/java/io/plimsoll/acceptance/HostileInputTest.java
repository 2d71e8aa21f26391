package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The program, in the 512 MB that its launcher gives it, on whatever an attacker may write: it ends,
/// with a report or with one clear message, and leaves nothing behind but its cache.
final class HostileInputTest {
    private static final int MOST_OF_A_MESSAGE = 6_000;

    /// A validator holds the whole tree; a larger report has the same shape, only more of it.
    private static final int MOST_VALIDATED = 8 * 1024 * 1024;

    private static final Schema SCHEMA = schema();

    @TempDir Path folder;

    static List<HostileCase> cases() {
        return HostileInputs.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReportedAndDoesNoHarm(HostileCase hostile) throws Exception {
        Path input = Files.createDirectories(folder.resolve("input"));
        Path work = Files.createDirectories(folder.resolve("work"));
        String target = hostile.making().target(input);
        List<String> before = files(input);
        Program.Outcome outcome =
                CommandLineTest.launcher(work)
                        .run(
                                Repository.launcher().toString(),
                                "scan",
                                "--output",
                                "json=out.json",
                                "--output",
                                "text=out.txt",
                                target)
                        .withCode(hostile.code());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .doesNotContain("Exception", "\tat ", "failed unexpectedly")
                .hasSizeLessThan(MOST_OF_A_MESSAGE);
        assertThat(text(outcome.err())).isTrue();
        String report = report(work);
        assertThat(report.isEmpty()).isEqualTo(!outcome.err().isEmpty());
        assertThat(report.contains("please report it")).isFalse();
        assertThat(hostile.said())
                .allMatch(each -> report.contains(each) || outcome.err().contains(each));
        if (target.matches("(?:dir|oci-dir|oci-archive|docker-archive):.*")) {
            checksDoNoHarm(hostile, work, target);
        }
        assertThat(files(input)).isEqualTo(before);
        assertThat(files(work))
                .allMatch(each ->
                        each.matches("out\\.(json|txt)|cache/layers/(../[0-9a-f]{62}|\\.swept)"));
    }

    /// Checks read what catalogers pass over.
    private static void checksDoNoHarm(HostileCase hostile, Path work, String target)
            throws IOException, InterruptedException {
        Program.Outcome outcome =
                CommandLineTest.launcher(work)
                        .run(
                                Repository.launcher().toString(),
                                "scan",
                                "--checks",
                                "--output",
                                "json=out.json",
                                "--output",
                                "text=out.txt",
                                target)
                        .withCode(hostile.code());
        assertThat(outcome.err()).doesNotContain("Exception", "\tat ", "failed unexpectedly");
        String report = report(work);
        assertThat(report.isEmpty()).isEqualTo(!outcome.err().isEmpty());
        assertThat(report.isEmpty() || report.contains("\"secretSearch\"")).isTrue();
    }

    @Test
    void theGuideHasARowForEach() throws IOException {
        String guide = Files.readString(Repository.root().resolve("docs/guide/hostile-input.md"));
        assertThat(cases())
                .allSatisfy(each -> assertThat(guide).contains("\n| " + each.name() + " |"));
    }

    /// The JSON report, after it and the text report were looked at; empty where there is none.
    private static String report(Path work) throws IOException {
        Path json = work.resolve("out.json");
        if (!Files.exists(json)) {
            assertThat(work.resolve("out.txt")).doesNotExist();
            return "";
        }
        String report = Files.readString(json, StandardCharsets.UTF_8);
        if (report.length() > MOST_VALIDATED) {
            return report;
        }
        assertThat(SCHEMA.validate(report, InputFormat.JSON)).isEmpty();
        assertThat(text(Files.readString(work.resolve("out.txt")))).isTrue();
        return report;
    }

    /// Whether a terminal shows a text as it stands.
    private static boolean text(String text) {
        return text.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c))
                && text.indexOf('\u202e') < 0;
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(each -> !Files.isDirectory(each))
                    .map(each -> root.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            Files.readString(Repository.root().resolve("docs/report-schema.json")));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
