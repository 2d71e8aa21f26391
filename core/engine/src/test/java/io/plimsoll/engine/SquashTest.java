package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testkit.TarBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SquashTest {
    private static final String LEFT = "app/node_modules/left/package.json";
    private static final String RIGHT = "app/node_modules/right/package.json";

    @TempDir Path folder;

    @Test
    void aPackageThatALaterStatusLacksIsGone() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder()
                                .file(Images.STATUS, Images.status("bash 5.2", "curl 7.88")),
                        new TarBuilder().file(Images.STATUS, Images.status("bash 5.2")));
        assertThat(Images.packages(target)).containsExactly("deb bash 5.2");
    }

    @Test
    void aPackageBelongsToTheLayerThatBroughtItThoughLaterOnesRewroteTheStatus() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder().file(Images.STATUS, Images.status("bash 5.2", "zlib 1")),
                        new TarBuilder()
                                .file(Images.STATUS, Images.status("bash 5.2", "curl 7", "zlib 2")),
                        new TarBuilder()
                                .file(
                                        Images.STATUS,
                                        Images.status("bash 5.2", "curl 7", "git 2", "zlib 2")));
        assertThat(Images.layerOf(target, "bash")).isEqualTo(1);
        assertThat(Images.layerOf(target, "curl")).isEqualTo(2);
        assertThat(Images.layerOf(target, "git")).isEqualTo(3);
        assertThat(Images.layerOf(target, "zlib")).as("upgraded").isEqualTo(2);
    }

    @Test
    void aPackageThatWasRemovedInBetweenBelongsToTheLayerThatBroughtItAgain() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder().file(Images.STATUS, Images.status("bash 5.2", "curl 7")),
                        new TarBuilder().file(Images.STATUS, Images.status("bash 5.2")),
                        new TarBuilder()
                                .file(Images.STATUS, Images.status("bash 5.2", "curl 7", "git 2")));
        assertThat(Images.layerOf(target, "curl")).isEqualTo(3);
        assertThat(Images.layerOf(target, "bash")).isEqualTo(1);
    }

    @Test
    void aWhiteoutDeletesAFile() throws Exception {
        assertThat(Images.packages(above(new TarBuilder().whiteout(LEFT))))
                .containsExactly("npm right 2.0.0");
    }

    @Test
    void aWhiteoutOfAFolderDeletesWhatIsInIt() throws Exception {
        assertThat(Images.packages(above(new TarBuilder().whiteout("app/node_modules")))).isEmpty();
    }

    @Test
    void aWhiteoutOfAnotherNameDeletesNothing() throws Exception {
        assertThat(Images.packages(above(new TarBuilder().whiteout("app/node_modules/lef"))))
                .hasSize(2);
    }

    @Test
    void aFileBesideItsOwnWhiteoutIsThere() throws Exception {
        TarBuilder layer = new TarBuilder().whiteout(LEFT).file(LEFT, Images.npm("left", "9.0.0"));
        assertThat(Images.packages(above(layer)))
                .containsExactly("npm left 9.0.0", "npm right 2.0.0");
    }

    @Test
    void anOpaqueFolderHidesWhatLiesBelowAndKeepsItsOwn() throws Exception {
        TarBuilder layer =
                new TarBuilder()
                        .directory("app/node_modules")
                        .file("app/node_modules/new/package.json", Images.npm("new", "3.0.0"))
                        .opaque("app/node_modules");
        assertThat(Images.packages(above(layer))).containsExactly("npm new 3.0.0");
    }

    @Test
    void aFileInPlaceOfAFolderHidesWhatWasInIt() throws Exception {
        assertThat(Images.packages(above(new TarBuilder().file("app/node_modules", "")))).isEmpty();
    }

    @Test
    void aLinkInPlaceOfAFolderHidesWhatWasInIt() throws Exception {
        TarBuilder layer = new TarBuilder().symlink("app/node_modules/left", "/elsewhere");
        assertThat(Images.packages(above(layer))).containsExactly("npm right 2.0.0");
    }

    @Test
    void aFolderOverAFolderKeepsWhatIsInIt() throws Exception {
        assertThat(Images.packages(above(new TarBuilder().directory("app/node_modules"))))
                .hasSize(2);
    }

    private ScannedTarget above(TarBuilder upper) throws Exception {
        return Images.read(
                folder,
                new TarBuilder()
                        .file(LEFT, Images.npm("left", "1.0.0"))
                        .file(RIGHT, Images.npm("right", "2.0.0")),
                upper);
    }
}
