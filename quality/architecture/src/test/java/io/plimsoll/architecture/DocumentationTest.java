package io.plimsoll.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.all.Catalogers;
import io.plimsoll.model.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the tables of the guide against the program.
final class DocumentationTest {
    private static final Path GUIDE = Path.of("..", "..", "docs", "guide");

    @Test
    void everyLimitIsListedWithItsFlagAndDefault() throws IOException {
        List<List<String>> expected =
                Arrays.stream(Limit.values())
                        .map(limit ->
                                List.of(
                                        "`" + limit.flag() + "`",
                                        limit.unit(),
                                        String.valueOf(limit.standard())))
                        .toList();
        assertThat(rows("limits.md", "## none", "flag")).isEqualTo(expected);
    }

    @Test
    void everyCatalogerHasARowAndNoOtherHas() throws IOException {
        List<String> expected =
                Catalogers.all().stream().map(each -> "`" + each.id() + "`").toList();
        assertThat(rows("coverage.md", "## Advisories", "cataloger"))
                .extracting(List::getFirst)
                .isEqualTo(expected);
    }

    @Test
    void everyClassThatIsACatalogerIsRegistered() {
        Set<String> written =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("io.plimsoll.catalog")
                                .stream()
                                .filter(each -> each.isAssignableTo(Cataloger.class))
                                .filter(each -> !each.isInterface())
                                .map(JavaClass::getName)
                                .collect(Collectors.toSet());
        Set<String> registered =
                Catalogers.all().stream()
                        .map(each -> each.getClass().getName())
                        .collect(Collectors.toSet());
        assertThat(registered).isEqualTo(written).hasSizeGreaterThan(10);
    }

    @Test
    void catalogersStandInTheOrderOfTheirIds() {
        assertThat(Catalogers.all()).extracting(Cataloger::id).isSorted().doesNotHaveDuplicates();
    }

    /// The cells of the rows of the first table whose header begins with a word.
    ///
    /// @param end the line at which the table is over at the latest
    private static List<List<String>> rows(String page, String end, String header)
            throws IOException {
        List<List<String>> rows =
                Files.readAllLines(GUIDE.resolve(page)).stream()
                        .takeWhile(line -> !line.equals(end))
                        .dropWhile(line -> !line.startsWith("| " + header + " |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(DocumentationTest::cells)
                        .toList();
        assertThat(rows).as("rows of " + page).isNotEmpty();
        return rows;
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
