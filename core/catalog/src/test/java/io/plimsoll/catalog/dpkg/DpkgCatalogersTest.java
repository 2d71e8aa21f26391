package io.plimsoll.catalog.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.Ownership;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class DpkgCatalogersTest {
    private static final String STATUS = "/var/lib/dpkg/status";

    @Test
    void theLimitOfPackagesStopsTheReadingAndIsAProblem() throws Exception {
        TestFile file = file(STATUS, "Package: a\nVersion: 1\n\nPackage: b\nVersion: 1\n");
        Limits limits = Limits.standard().with(Limit.PACKAGES, 1);
        Catalog catalog = new DpkgStatusCataloger().catalog(file.withLimits(limits));
        assertThat(catalog.packages()).extracting(PackageRecord::name).containsExactly("a");
        assertThat(catalog.problems()).extracting(Problem::kind).containsExactly(ProblemKind.LIMIT);
    }

    @Test
    void sumsNameTheFilesOfThePackageTheyAreNamedFor() throws Exception {
        Catalog catalog =
                read(
                        new DpkgStatusFolderCataloger(),
                        "/var/lib/dpkg/status.d/a.b.md5sums",
                        "f9128f409878ce10d54d06488e3ce136  usr/bin/a b\nshort\n");
        Ownership owned = catalog.ownerships().getFirst();
        assertThat(owned.owner()).isEqualTo("a.b");
        assertThat(owned.paths().contains("/usr/bin/a b")).isTrue();
        assertThat(catalog.problems().getFirst().reason()).startsWith("line 2: ");
    }

    @Test
    void aListNamesTheArchitectureWhereDpkgDoes() throws Exception {
        Catalog catalog =
                read(
                        new DpkgListCataloger(),
                        "/var/lib/dpkg/info/libc6:amd64.list",
                        "/.\n/lib/libc.so.6\n");
        PathSet paths = catalog.ownerships().getFirst().paths();
        assertThat(catalog.ownerships().getFirst().owner()).isEqualTo("libc6:amd64");
        assertThat(paths.contains("/lib/libc.so.6")).isTrue();
        assertThat(catalog.problems()).isEmpty();
    }

    @Test
    void otherFilesOfTheFolderAreNotRead() throws Exception {
        Cataloger lists = new DpkgListCataloger();
        assertThat(read(lists, "/var/lib/dpkg/info/a.postinst", "#!/bin/sh\n"))
                .isEqualTo(Catalog.EMPTY);
    }

    @Test
    void aLineBeyondTheLimitIsAProblem() throws Exception {
        TestFile file = file("/var/lib/dpkg/info/a.list", "/a\n/" + "b".repeat(200) + "\n/c\n");
        Limits limits = Limits.standard().with(Limit.LINE_LENGTH, 100);
        Catalog catalog = new DpkgListCataloger().catalog(file.withLimits(limits));
        assertThat(catalog.ownerships().getFirst().paths().size()).isEqualTo(2);
        assertThat(catalog.problems()).extracting(Problem::kind).containsExactly(ProblemKind.LIMIT);
    }

    private static Catalog read(Cataloger cataloger, String path, String text) throws Exception {
        return cataloger.catalog(file(path, text));
    }

    private static TestFile file(String path, String text) {
        return TestFile.of(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
