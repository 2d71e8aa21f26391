package io.plimsoll.catalog.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PythonPackageCatalogerTest {
    private static final String PATH = "/site/a-1.0.dist-info/METADATA";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x/METADATA",
                "/x/dist-info.d/METADATA",
                "/x/a-1.dist-info/PKG-INFO",
                "/x/a-1.egg-info/METADATA",
                "/a-1.0/PKG-INFO",
                "/METADATA",
                "/PKG-INFO"
            })
    void aFileThatIsNoInstalledMetadataIsNotRead(String path) throws Exception {
        assertThat(read(path, "Name: a\nVersion: 1\n")).isEqualTo(Catalog.EMPTY);
    }

    @Test
    void theFirstOfTwoFieldsCounts() throws Exception {
        Catalog catalog = read(PATH, "Name: a\nName: b\nVersion: 1\nVersion: 2\n");
        assertThat(catalog.packages())
                .extracting(PackageRecord::name, PackageRecord::version)
                .containsExactly(tuple("a", "1"));
    }

    @Test
    void theDescriptionIsNotRead() throws Exception {
        String text = "Name: a\nVersion: 1\n\n" + "Requires-Dist: b\n".repeat(100);
        Catalog catalog = read(PATH, text);
        assertThat(catalog.packages().getFirst().relations().requires()).isEmpty();
    }

    @Test
    void aHeaderBeyondTheLimitKeepsWhatStandsBeforeIt() throws Exception {
        TestFile file = file(PATH, "Name: a\nVersion: 1\n" + "Requires-Dist: b\n".repeat(100));
        Limits limits = Limits.standard().with(Limit.MANIFEST_SIZE, 100);
        Catalog catalog = new PythonPackageCataloger().catalog(file.withLimits(limits));
        assertThat(catalog.packages().getFirst().relations().requires()).hasSize(4);
        assertThat(catalog.problems()).extracting(Problem::kind).containsExactly(ProblemKind.LIMIT);
    }

    private static Catalog read(String path, String text) throws Exception {
        return new PythonPackageCataloger().catalog(file(path, text));
    }

    private static TestFile file(String path, String text) {
        return TestFile.of(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
