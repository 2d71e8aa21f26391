package io.plimsoll.catalog.apk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ApkCatalogerTest {
    @Test
    void filesBelongToTheFolderNamedBeforeThem() throws Exception {
        Catalog catalog = read("P:a\nV:1\nF:\nR:root\nF:usr/bin\nR:a\nR:b\n\nP:c\nV:1\nR:d\n");
        PathSet paths = catalog.ownerships().getFirst().paths();
        assertThat(paths.size()).isEqualTo(3);
        assertThat(paths.contains("/root")).isTrue();
        assertThat(paths.contains("/usr/bin/a")).isTrue();
        assertThat(paths.contains("/usr/bin/b")).isTrue();
        assertThat(catalog.ownerships().getLast().paths().contains("/d")).isTrue();
    }

    @Test
    void theLimitOfPackagesStopsTheReadingAndIsAProblem() throws Exception {
        TestFile file = file("P:a\nV:1\n\nP:b\nV:1\n\nP:c\nV:1\n");
        Limits limits = Limits.standard().with(Limit.PACKAGES, 2);
        Catalog catalog = new ApkCataloger().catalog(file.withLimits(limits));
        assertThat(catalog.packages()).extracting(PackageRecord::name).containsExactly("a", "b");
        assertThat(catalog.problems()).extracting(Problem::kind).containsExactly(ProblemKind.LIMIT);
    }

    @Test
    void aFolderNamedForManyFilesIsBounded() throws Exception {
        String text = "P:a\nV:1\nF:" + "d".repeat(60_000) + "\n" + "R:f\n".repeat(10_000);
        Catalog catalog = read(text);
        assertThat(catalog.packages()).hasSize(1);
        assertThat(catalog.problems()).isNotEmpty();
    }

    private static Catalog read(String text) throws Exception {
        return new ApkCataloger().catalog(file(text));
    }

    private static TestFile file(String text) {
        return TestFile.of("/lib/apk/db/installed", text.getBytes(StandardCharsets.UTF_8));
    }
}
