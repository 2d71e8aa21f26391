package io.plimsoll.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.lint.Fixer;
import io.plimsoll.lint.LintReport;
import io.plimsoll.lint.Linter;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.RuleInfo;
import io.plimsoll.lint.RuleTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each rule has a row, a page, and files that it catches and does not catch.
final class RulesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/rules");
    private static final Path PAGES = Path.of("../../docs/rules");
    private static final Path CLASSES = Path.of("src/main/java/io/plimsoll/lint/rules");

    @Test
    void everyRuleHasARowAndEveryRowARule() {
        assertThat(Rules.all().stream().map(Rule::id).sorted().toList())
                .doesNotHaveDuplicates()
                .isEqualTo(RuleTable.load().all().stream().map(RuleInfo::id).toList())
                .hasSizeGreaterThan(60);
    }

    @Test
    void everyClassThatIsARuleIsListed() throws IOException {
        List<String> listed =
                Rules.all().stream()
                        .map(each -> each.getClass().getSimpleName())
                        .distinct()
                        .sorted()
                        .toList();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> written =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> text(file).contains(" implements Rule {"))
                            .map(file -> file.getFileName().toString().replace(".java", ""))
                            .sorted()
                            .toList();
            assertThat(listed).isEqualTo(written);
        }
    }

    @Test
    void theFoldersOfFixturesAndPagesAreThoseOfTheRules() throws IOException {
        List<String> ids = Rules.all().stream().map(Rule::id).sorted().toList();
        assertThat(names(FIXTURES)).containsExactlyElementsOf(ids);
        assertThat(names(PAGES)).containsExactlyElementsOf(ids);
        assertThat(text(PAGES.resolve("README.md"))).contains(ids);
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesWhatItShould() {
        return Rules.all().stream()
                .flatMap(rule ->
                        files(rule, "catches").stream()
                                .map(file ->
                                        DynamicTest.dynamicTest(
                                                rule.id() + " " + file.getFileName(),
                                                () -> {
                                                    String name = file.getFileName().toString();
                                                    String lines =
                                                            name.substring(
                                                                    name.indexOf('@') + 1,
                                                                    name.lastIndexOf('.'));
                                                    assertThat(lines(rule, text(file)))
                                                            .isEqualTo(numbers(lines));
                                                })));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleLeavesAloneWhatItShould() {
        return Rules.all().stream()
                .flatMap(rule ->
                        files(rule, "clean").stream()
                                .map(file ->
                                        DynamicTest.dynamicTest(
                                                rule.id() + " " + file.getFileName(),
                                                () ->
                                                        assertThat(lines(rule, text(file)))
                                                                .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> fixesChangeWhatTheyShouldAndNoMore() {
        return Rules.all().stream()
                .filter(rule -> Files.isDirectory(folder(rule).resolve("fixed")))
                .flatMap(rule ->
                        files(rule, "fixed").stream()
                                .map(file ->
                                        DynamicTest.dynamicTest(
                                                rule.id() + " " + file.getFileName(),
                                                () ->
                                                        assertThat(fixed(rule, before(rule, file)))
                                                                .isEqualTo(text(file)))));
    }

    @TestFactory
    Stream<DynamicTest> pagesSayWhatTheRuleDoes() {
        return RuleTable.load().all().stream()
                .map(info -> DynamicTest.dynamicTest(info.id(), () -> checkPage(info)));
    }

    private static void checkPage(RuleInfo info) throws IOException {
        Rule rule =
                Rules.all().stream()
                        .filter(each -> each.id().equals(info.id()))
                        .findFirst()
                        .orElseThrow();
        String page = text(PAGES.resolve(info.id() + ".md"));
        assertThat(page)
                .startsWith("# " + info.id() + "\n\n" + info.summary() + "\n\n")
                .contains("Level: " + info.level().word() + ".")
                .contains("\n## Why\n", "\n## What to do\n");
        assertThat(info.aliases()).allSatisfy(each -> assertThat(page).contains("`" + each + "`"));
        assertThat(lines(rule, example(page, "Caught"))).isNotEmpty();
        assertThat(lines(rule, example(page, "Not caught"))).isEmpty();
        boolean fixes = Files.isDirectory(folder(rule).resolve("fixed"));
        assertThat(page.contains("`lint --fix`: yes")).isEqualTo(fixes);
        if (page.contains("## Fixed")) {
            assertThat(fixed(rule, example(page, "Caught"))).isEqualTo(example(page, "Fixed"));
        }
    }

    private static String example(String page, String heading) {
        int start = page.indexOf("## " + heading + "\n\n```dockerfile\n");
        assertThat(start).as(heading).isPositive();
        int first = page.indexOf("dockerfile\n", start) + "dockerfile\n".length();
        return page.substring(first, page.indexOf("```", first));
    }

    private static String before(Rule rule, Path fixed) {
        String name = fixed.getFileName().toString().replace(".Dockerfile", "@");
        return files(rule, "catches").stream()
                .filter(file -> file.getFileName().toString().startsWith(name))
                .findFirst()
                .map(RulesTest::text)
                .orElseThrow();
    }

    private static String fixed(Rule rule, String file) {
        Linter linter = linter(rule);
        LintReport report = linter.lint("Dockerfile", parse(file));
        Fixer.Result result = new Fixer(linter).fix(report);
        assertThat(result.report().findings()).isEmpty();
        return new String(result.file().print(), StandardCharsets.UTF_8);
    }

    private static Linter linter(Rule rule) {
        return new Linter(List.of(rule), List.of(), LocalDate.EPOCH, RuleSettings.of(rule.id()));
    }

    private static List<Integer> lines(Rule rule, String file) {
        return linter(rule).lint("Dockerfile", parse(file)).findings().stream()
                .map(each -> each.span().line())
                .toList();
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static Dockerfile parse(String file) {
        return Dockerfile.parse(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Path folder(Rule rule) {
        return FIXTURES.resolve(rule.id());
    }

    private static List<Path> files(Rule rule, String folder) {
        try (Stream<Path> files = Files.list(folder(rule).resolve(folder))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).isNotEmpty();
            return all;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString().replace(".md", ""))
                    .filter(each -> each.startsWith("PL-"))
                    .sorted()
                    .map(each -> each.toUpperCase(Locale.ROOT))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
