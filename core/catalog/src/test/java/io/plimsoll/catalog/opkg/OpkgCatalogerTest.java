package io.plimsoll.catalog.opkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.PathSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class OpkgCatalogerTest {
    @Test
    void aListNamesTheFilesOfThePackageItIsNamedFor() throws Exception {
        Catalog catalog = read("/usr/lib/opkg/info/a.b.list", "/bin/a\n/bin/b\t0100755\nx\n");
        assertThat(catalog.ownerships().getFirst().owner()).isEqualTo("a.b");
        PathSet paths = catalog.ownerships().getFirst().paths();
        assertThat(paths.size()).isEqualTo(2);
        assertThat(paths.contains("/bin/b")).isTrue();
        assertThat(catalog.problems()).hasSize(1);
    }

    @Test
    void otherFilesOfTheFolderAreNotRead() throws Exception {
        assertThat(read("/usr/lib/opkg/info/a.postinst", "#!/bin/sh\n")).isEqualTo(Catalog.EMPTY);
        assertThat(read("/usr/lib/opkg/info/a.control", "Package: a\n")).isEqualTo(Catalog.EMPTY);
    }

    private static Catalog read(String path, String text) throws Exception {
        TestFile file = TestFile.of(path, text.getBytes(StandardCharsets.UTF_8));
        return new OpkgCataloger().catalog(file);
    }
}
