package io.plimsoll.checks.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckTable;
import io.plimsoll.checks.ImageChecker;
import io.plimsoll.model.CheckInfo;
import io.plimsoll.model.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each check has a row, a page, and images that it catches and does not catch.
final class ChecksTest {
    private static final Path FIXTURES = Path.of("src/test/resources/images");
    private static final Path PAGES = Path.of("../../docs/checks");
    private static final Path CLASSES = Path.of("src/main/java/io/plimsoll/checks");

    @Test
    void everyCheckHasARowAndEveryRowACheck() {
        assertThat(Checks.all().stream().map(Check::id).sorted().toList())
                .doesNotHaveDuplicates()
                .isEqualTo(CheckTable.load().all().stream().map(CheckInfo::id).toList())
                .hasSizeGreaterThan(20);
    }

    @Test
    void everyClassThatIsACheckIsListed() throws IOException {
        List<String> listed =
                Checks.all().stream()
                        .map(each -> each.getClass().getSimpleName())
                        .sorted()
                        .toList();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> written =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains(" implements Check {"))
                            .map(file -> file.getFileName().toString().replace(".java", ""))
                            .sorted()
                            .toList();
            assertThat(listed).isEqualTo(written);
        }
    }

    @Test
    void theFoldersOfFixturesAndPagesAreThoseOfTheChecks() throws IOException {
        List<String> ids = Checks.all().stream().map(Check::id).sorted().toList();
        assertThat(names(FIXTURES)).containsExactlyElementsOf(ids);
        assertThat(names(PAGES)).containsExactlyElementsOf(ids);
        assertThat(text(PAGES.resolve("README.md"))).contains(ids);
    }

    @TestFactory
    Stream<DynamicTest> everyCheckCatchesWhatItShould() {
        return cases("catches", true)
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.name(),
                                () -> {
                                    CheckResult result = result(each);
                                    assertThat(result.state()).isEqualTo(CheckResult.State.FAILED);
                                    assertThat(result.findings()).hasSize(each.findings());
                                }));
    }

    @TestFactory
    Stream<DynamicTest> everyCheckLeavesAloneWhatItShould() {
        return cases("clean", true)
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.name(),
                                () -> {
                                    CheckResult result = result(each);
                                    assertThat(result.findings()).isEmpty();
                                    assertThat(result.state()).isEqualTo(CheckResult.State.PASSED);
                                }));
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeToldIsNotTakenForPassed() {
        return cases("not-assessed", false)
                .map(each ->
                        DynamicTest.dynamicTest(
                                each.name(),
                                () -> {
                                    CheckResult result = result(each);
                                    assertThat(result.state())
                                            .isEqualTo(CheckResult.State.NOT_ASSESSED);
                                    assertThat(result.why()).isNotEmpty();
                                }));
    }

    @TestFactory
    Stream<DynamicTest> pagesSayWhatTheCheckDoes() {
        return CheckTable.load().all().stream()
                .map(info ->
                        DynamicTest.dynamicTest(
                                info.id(),
                                () -> {
                                    String page = text(PAGES.resolve(info.id() + ".md"));
                                    assertThat(page)
                                            .startsWith("# " + info.id() + "\n\n" + info.summary())
                                            .contains("Severity: " + info.severity().word() + ".")
                                            .contains("\n## What is looked at\n", "\n## Why\n")
                                            .contains("\n## What to do\n");
                                    for (String alias : info.aliases()) {
                                        assertThat(page).contains("`" + alias + "`");
                                    }
                                }));
    }

    /// @param findings as many as the name says behind its `@`
    private record Case(Check check, Path file, String name, int findings) {}

    private static Stream<Case> cases(String folder, boolean expected) {
        return Checks.all().stream().flatMap(check -> cases(check, folder, expected));
    }

    private static Stream<Case> cases(Check check, String folder, boolean expected) {
        Path of = FIXTURES.resolve(check.id());
        if (!Files.isDirectory(of.resolve(folder))) {
            assertThat(!expected || Files.isDirectory(of.resolve("not-assessed")))
                    .as(check.id() + " " + folder)
                    .isTrue();
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(of.resolve(folder))) {
            return files.sorted().map(file -> aCase(check, file)).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Case aCase(Check check, Path file) {
        String name = file.getFileName().toString().replace(".image", "");
        int at = name.indexOf('@');
        int findings = at < 0 ? 0 : Integer.parseInt(name.substring(at + 1));
        return new Case(check, file, check.id() + " " + name, findings);
    }

    private static CheckResult result(Case each) {
        return new ImageChecker(List.of(each.check()))
                .check(ImageFile.read(each.file()))
                .results()
                .getFirst();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString().replace(".md", ""))
                    .filter(each -> each.startsWith("PL-"))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
