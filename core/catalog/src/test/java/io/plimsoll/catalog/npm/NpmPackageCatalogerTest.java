package io.plimsoll.catalog.npm;

import static org.assertj.core.api.Assertions.assertThat;

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

final class NpmPackageCatalogerTest {
    private static final String PACKAGE = "{\"name\":\"a\",\"version\":\"1.0.0\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/node_modules/a/package.json",
                "/usr/lib/node_modules/npm/node_modules/a/package.json",
                "/x/node_modules/@s/a/package.json",
                "/x/node_modules/.pnpm/a@1.0.0_b@2.0.0/node_modules/@s/a/package.json",
                "/package.json",
                "/node_modules.d/package.json",
                "/x/my_node_modules/y/package.json"
            })
    void aPackageInItsOwnFolderIsFound(String path) throws Exception {
        assertThat(read(path, PACKAGE).packages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/node_modules/package.json",
                "/node_modules/a/b/package.json",
                "/node_modules/@s/package.json",
                "/node_modules/@s/a/b/package.json",
                "/node_modules/.pnpm/package.json",
                "/node_modules/.cache/a/package.json",
                "/node_modules/a/test/fixtures/package.json"
            })
    void aFileElsewhereBelowNodeModulesIsNotRead(String path) throws Exception {
        assertThat(read(path, "{broken")).isEqualTo(Catalog.EMPTY);
    }

    @Test
    void aScopeIsTheNamespace() throws Exception {
        PackageRecord found =
                read("/node_modules/x/package.json", PACKAGE.replace("\"a\"", "\"@s/a.js\""))
                        .packages()
                        .getFirst();
        assertThat(found.namespace()).isEqualTo("@s");
        assertThat(found.name()).isEqualTo("a.js");
        assertThat(found.fullName()).isEqualTo("@s/a.js");
    }

    @Test
    void nestingBeyondTheLimitKeepsWhatStandsBeforeIt() throws Exception {
        String deep =
                "{\"name\":\"a\",\"version\":\"1\",\"x\":" + "[".repeat(300) + "]".repeat(300);
        Catalog catalog = read("/node_modules/a/package.json", deep + "}");
        assertThat(catalog.packages()).hasSize(1);
        assertThat(catalog.problems()).extracting(Problem::kind).containsExactly(ProblemKind.LIMIT);
        assertThat(catalog.problems().getFirst().reason()).contains("--max-json-depth");
    }

    @Test
    void aFileBeyondTheLimitIsAProblem() throws Exception {
        TestFile file = file("/node_modules/a/package.json", PACKAGE);
        Limits limits = Limits.standard().with(Limit.MANIFEST_SIZE, 10);
        Catalog catalog = new NpmPackageCataloger().catalog(file.withLimits(limits));
        assertThat(catalog.packages()).isEmpty();
        assertThat(catalog.problems()).extracting(Problem::kind).containsExactly(ProblemKind.LIMIT);
    }

    private static Catalog read(String path, String text) throws Exception {
        return new NpmPackageCataloger().catalog(file(path, text));
    }

    private static TestFile file(String path, String text) {
        return TestFile.of(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
