package io.plimsoll.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class ControlReaderTest {
    private static final Set<String> WANTED = Set.of("Package", "Version", "Depends");

    private final ProblemList problems = new ProblemList("/var/lib/dpkg/status", "dpkg");

    @Test
    void paragraphsAreSeparatedByBlankLines() throws Exception {
        assertThat(read("\n\nPackage: a\nVersion: 1\n\n \t\nPackage: b\nVersion:2\n"))
                .containsExactly("3 a 1 -", "7 b 2 -");
        assertThat(problems.toList()).isEmpty();
    }

    @Test
    void namesAreComparedWithoutCase() throws Exception {
        assertThat(read("PACKAGE: a\nversion: 1")).containsExactly("1 a 1 -");
    }

    @Test
    void foldedLinesBelongToTheirField() throws Exception {
        assertThat(
                        read(
                                "Package: a\nDepends: x,\n y (>= 1),\n\tz\nDescription: d\n more\nVersion: 1\n"))
                .containsExactly("1 a 1 x,|y (>= 1),|z");
    }

    @Test
    void brokenLineKeepsTheOtherFieldsAndParagraphs() throws Exception {
        assertThat(read("Package: a\nbroken line\n folded\nVersion: 1\n\n: x\nPackage: b\n"))
                .containsExactly("1 a 1 -", "7 b - -");
        assertThat(problems.toList())
                .extracting(Problem::kind, Problem::reason)
                .containsExactly(
                        tuple("line 2: not a field: \"broken line\""),
                        tuple("line 6: not a field: \": x\""));
    }

    @Test
    void theFirstOfTwoFieldsOfOneNameCounts() throws Exception {
        assertThat(read("Package: a\nVersion: 1\nVersion: 2\n 3\n")).containsExactly("1 a 1 -");
        assertThat(problems.toList()).singleElement().satisfies(ControlReaderTest::isSecondField);
    }

    @Test
    void commentsAndCarriageReturnsAreNoContent() throws Exception {
        assertThat(read("# c\r\nPackage: a\r\n# c\r\nVersion: 1\r\n\r\nPackage: b\r\n"))
                .containsExactly("2 a 1 -", "6 b - -");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aParagraphWithoutWantedFieldsIsAParagraph() throws Exception {
        assertThat(read("Other: a\n\nPackage: b\n")).containsExactly("1 - - -", "3 b - -");
    }

    @Test
    void lineAboveTheLimitIsAProblemAndTheRestIsKept() throws Exception {
        Limits limits = Limits.standard().with(Limit.LINE_LENGTH, 30);
        String text = "Package: a\nDepends: " + "x".repeat(50) + "\nVersion: 1\n\nPackage: b\n";
        assertThat(read(text, limits)).containsExactly("1 a 1 -", "5 b - -");
        assertThat(problems.toList()).singleElement().satisfies(ControlReaderTest::isLimit);
    }

    @Test
    void foldedLinesTogetherKeepToTheLimit() throws Exception {
        Limits limits = Limits.standard().with(Limit.LINE_LENGTH, 30);
        String text = "Package: a\nDepends: " + "x".repeat(20) + "\n " + "y".repeat(20) + "\n";
        assertThat(read(text, limits)).containsExactly("1 a - " + "x".repeat(20));
        assertThat(problems.toList()).singleElement().satisfies(ControlReaderTest::isLimit);
    }

    @Test
    void aFieldThatWasNotAskedForIsTheCallersMistake() throws Exception {
        try (ControlReader reader = reader("Package: a\n", Limits.standard())) {
            Paragraph paragraph = reader.next().orElseThrow();
            assertThatThrownBy(() -> paragraph.field("Section"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Section");
        }
    }

    @Test
    void anEmptyFileHasNoParagraph() throws Exception {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
        assertThat(problems.isEmpty()).isTrue();
    }

    private List<String> read(String text) throws IOException, InterruptedException {
        return read(text, Limits.standard());
    }

    private List<String> read(String text, Limits limits) throws IOException, InterruptedException {
        List<String> read = new ArrayList<>();
        try (ControlReader reader = reader(text, limits)) {
            Optional<Paragraph> next = reader.next();
            while (next.isPresent()) {
                read.add(line(next.get()));
                next = reader.next();
            }
        }
        return read;
    }

    private ControlReader reader(String text, Limits limits) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ControlReader(new ByteArrayInputStream(bytes), limits, WANTED, problems);
    }

    private static String line(Paragraph paragraph) {
        return paragraph.line()
                + " "
                + shown(paragraph.field("package"))
                + " "
                + shown(paragraph.field("Version"))
                + " "
                + shown(paragraph.field("Depends"));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value.replace('\n', '|');
    }

    private static Tuple tuple(String reason) {
        return Tuple.tuple(ProblemKind.MALFORMED, reason);
    }

    private static void isSecondField(Problem problem) {
        assertThat(problem.kind()).isEqualTo(ProblemKind.MALFORMED);
        assertThat(problem.reason()).isEqualTo("line 3: second field \"Version\"");
    }

    private static void isLimit(Problem problem) {
        assertThat(problem.kind()).isEqualTo(ProblemKind.LIMIT);
        assertThat(problem.reason()).contains("--max-line-length");
        assertThat(problem.path()).isEqualTo("/var/lib/dpkg/status");
    }
}
