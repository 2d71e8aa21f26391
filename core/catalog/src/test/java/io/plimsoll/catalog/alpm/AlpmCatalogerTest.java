package io.plimsoll.catalog.alpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.PathSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class AlpmCatalogerTest {
    private static final String DATABASE = "/var/lib/pacman/local/";

    @Test
    void filesBelongToThePackageThatTheFolderNames() throws Exception {
        Catalog catalog = read(DATABASE + "gcc-libs-13.2.1-5/files", "%FILES%\nusr/\nusr/lib/x\n");
        assertThat(catalog.ownerships()).hasSize(1);
        assertThat(catalog.ownerships().getFirst().owner()).isEqualTo("gcc-libs");
        PathSet paths = catalog.ownerships().getFirst().paths();
        assertThat(paths.size()).isEqualTo(1);
        assertThat(paths.contains("/usr/lib/x")).isTrue();
    }

    @Test
    void whatDoesNotLieInTheDatabaseIsNotRead() throws Exception {
        for (String path :
                new String[] {
                    "/desc",
                    "/srv/desc",
                    "/var/lib/pacman/local/desc",
                    "/var/lib/pacman/local/a-1-1/b/desc",
                    "/var/lib/pacman/sync/a-1-1/desc"
                }) {
            assertThat(read(path, "%NAME%\na\n\n%VERSION%\n1-1\n")).isEqualTo(Catalog.EMPTY);
        }
    }

    private static Catalog read(String path, String text) throws Exception {
        TestFile file = TestFile.of(path, text.getBytes(StandardCharsets.UTF_8));
        return new AlpmCataloger().catalog(file);
    }
}
