package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.testkit.TarBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageScanTest {
    @TempDir Path folder;

    @Test
    void aWrongLayerMakesTheReportIncompleteAndTheOthersAreReported() throws Exception {
        Path archive = WrongDigests.archive(folder.resolve("wrong.tar"));
        ScannedTarget target = Images.read("docker-archive:" + archive);
        assertThat(target.complete()).isFalse();
        assertThat(Images.packages(target)).containsExactly("deb bash 5.2");
        assertThat(target.inventory().problems())
                .extracting(Problem::kind)
                .contains(ProblemKind.MISMATCH);
    }

    @Test
    void whatALaterLayerReplacesOrDeletesCountsWhereAllLayersDo() throws Exception {
        TarBuilder[] layers = {
            new TarBuilder()
                    .file("etc/os-release", Images.OS_RELEASE)
                    .file("var/lib/dpkg/status", Images.status("bash 5.1"))
                    .file(
                            "app/node_modules/ms/package.json",
                            "{\"name\":\"ms\",\"version\":\"1.0.0\"}"),
            new TarBuilder()
                    .file("var/lib/dpkg/status", Images.status("bash 5.2"))
                    .whiteout("app/node_modules/ms/package.json")
        };
        assertThat(Images.packages(Images.read(folder, layers))).containsExactly("deb bash 5.2");
        assertThat(Images.packages(Images.read(folder, Scope.ALL_LAYERS, layers)))
                .containsExactlyInAnyOrder("deb bash 5.1", "deb bash 5.2", "npm ms 1.0.0");
    }

    @Test
    void osReleaseMayBeARelativeLinkToAnUnusualPlace() throws Exception {
        assertThat(distributionBehind("../opt/vendor/release")).isEqualTo("debian");
    }

    @Test
    void osReleaseMayBeAnAbsoluteLinkToAnUnusualPlace() throws Exception {
        assertThat(distributionBehind("/opt/vendor/release")).isEqualTo("debian");
    }

    @Test
    void aLinkMayLeadToAFileOfAnotherLayer() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder().file("opt/vendor/release", Images.OS_RELEASE),
                        new TarBuilder().symlink("etc/os-release", "../opt/vendor/release"));
        assertThat(target.inventory().distribution().versionId()).isEqualTo("12");
    }

    @Test
    void theStatusMayLieBehindALinkedFolder() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder()
                                .symlink("var/lib/dpkg", "../../data/packages")
                                .file("data/packages/status", Images.status("bash 5.2")));
        assertThat(Images.packages(target)).containsExactly("deb bash 5.2");
    }

    @Test
    void aFolderThatLinksToTheRootIsFollowed() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder()
                                .symlink("var", "/")
                                .file("lib/dpkg/status", Images.status("bash 5.2")));
        assertThat(Images.packages(target)).containsExactly("deb bash 5.2");
    }

    @Test
    void linksInACircleAreAProblemAndTheRestIsReported() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder()
                                .symlink("etc/os-release", "../usr/lib/os-release")
                                .symlink("usr/lib/os-release", "../../etc/os-release")
                                .file(Images.STATUS, Images.status("bash 5.2")));
        assertThat(Images.packages(target)).containsExactly("deb bash 5.2");
        assertThat(target.inventory().problems())
                .anySatisfy(problem -> {
                    assertThat(problem.path()).isEqualTo("/etc/os-release");
                    assertThat(problem.reason()).contains("circle");
                });
    }

    @Test
    void osReleaseMayBeAHardLink() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder()
                                .file("opt/vendor/release", Images.OS_RELEASE)
                                .hardlink("etc/os-release", "opt/vendor/release"));
        assertThat(target.inventory().distribution().id()).isEqualTo("debian");
    }

    @Test
    void aJarMayBeAHardLink() throws Exception {
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder()
                                .file("data/blob", Archives.jar("org.acme", "tool", "1.2.3"))
                                .hardlink("app/tool.jar", "data/blob"));
        assertThat(Images.packages(target)).containsExactly("maven org.acme:tool 1.2.3");
    }

    @Test
    void executablesThatNoPackageOwnsAreCounted() throws Exception {
        byte[] elf = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        ScannedTarget target =
                Images.read(
                        folder,
                        new TarBuilder()
                                .file(Images.STATUS, Images.status("bash 5.2"))
                                .file("var/lib/dpkg/info/bash.list", "/bin\n/bin/bash\n")
                                .file("usr/bin/bash", elf, 0755)
                                .file("usr/bin/app", elf, 0755)
                                .file(
                                        "usr/bin/script",
                                        "#!/bin/sh"
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        0755));
        assertThat(target.inventory().unownedExecutables()).containsExactly("/usr/bin/app");
    }

    private String distributionBehind(String link) throws Exception {
        return Images.read(
                        folder,
                        new TarBuilder()
                                .symlink("etc/os-release", link)
                                .file("opt/vendor/release", Images.OS_RELEASE))
                .inventory()
                .distribution()
                .id();
    }
}
