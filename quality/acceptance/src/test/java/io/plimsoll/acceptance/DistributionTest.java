package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What users install: made twice, compared, and run where no Java is.
@Tag("dist")
final class DistributionTest {
    private static final String FOUND = "CVE-2024-5535";

    @TempDir static Path folder;

    private static Distribution made;
    private static Distribution again;
    private static Path examples;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        made = Distribution.make(folder.resolve("one"), "umask 022");
        again =
                Distribution.make(
                        folder.resolve("a/folder elsewhere"),
                        "umask 077; export TZ=Asia/Kolkata LANG=tr_TR.UTF-8");
        examples = Files.createDirectories(folder.resolve("examples"));
        Examples.write(examples);
    }

    @Test
    void twoBuildsInDifferentFoldersGiveEqualBytes() throws Exception {
        assertThat(made.sums()).hasSize(3).isEqualTo(again.sums());
        for (Distribution each : List.of(made, again)) {
            new Program(each.folder()).lines("sha256sum", "--check", "SHA256SUMS");
        }
    }

    @Test
    void theArchiveRunsOnADebianWithoutJava() throws Exception {
        Path root = folder.resolve("debian");
        program()
                .lines(
                        "mmdebstrap",
                        "--variant=minbase",
                        "bookworm",
                        root.toString(),
                        AptSources.line("bookworm"));
        Path unpacked = made.unpacked(root.resolve("opt"));
        Files.copy(examples.resolve("image.tar"), root.resolve("image.tar"));
        chroot(root, "sh", "-c", "! command -v java").withCode(0);
        chroot(root, "sh", "/opt/" + unpacked.getFileName() + "/install.sh").withCode(0);
        runs(root, "/usr/local/bin/plimsoll");
    }

    /// Of the GNU C library that image holds a part: `libdl.so.2`, which the runtime asks for, is not
    /// in it.
    @Test
    void theArchiveNeedsMoreOfTheLibraryThanABusyBoxWithGlibcHas() throws Exception {
        Path root = rootFileSystem("busybox-glibc-amd64.tar.gz");
        Path unpacked = made.unpacked(root.resolve("opt"));
        String plimsoll = "/opt/" + unpacked.getFileName() + "/bin/plimsoll";
        assertThat(chroot(root, plimsoll, "version").withCode(127).err()).contains("libdl.so.2");
    }

    @Test
    void theArchiveSaysThatAlpineLacksItsLibrary() throws Exception {
        Path root = rootFileSystem("alpine-minirootfs-3.20.3-x86_64.tar.gz");
        Path unpacked = made.unpacked(root.resolve("opt"));
        Program.Outcome outcome =
                chroot(root, "/opt/" + unpacked.getFileName() + "/bin/plimsoll", "version");
        assertThat(outcome.withCode(2).err()).contains("GNU C library", "container image");
    }

    @Test
    void installingTwiceReplacesAndUninstallingLeavesNothing() throws Exception {
        String install = made.unpacked(folder.resolve("install")).resolve("install.sh").toString();
        Path prefix = folder.resolve("prefix");
        for (int time = 0; time < 2; time++) {
            program().lines("sh", install, "--prefix", prefix.toString());
            program().lines(prefix.resolve("bin/plimsoll").toString(), "version");
            assertThat(prefix.resolve("share/man/man1/plimsoll-scan.1")).isNotEmptyFile();
            assertThat(prefix.resolve("share/zsh/site-functions/_plimsoll")).isNotEmptyFile();
        }
        try (Stream<Path> installed = Files.list(prefix.resolve("lib"))) {
            assertThat(installed).hasSize(1);
        }
        program().lines("sh", install, "--uninstall", "--prefix", prefix.toString());
        try (Stream<Path> left = Files.walk(prefix).filter(path -> !Files.isDirectory(path))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void thePluginOfTheArchiveAnswersWithoutTheSources() throws Exception {
        Path unpacked = made.unpacked(folder.resolve("plugin"));
        Path config = folder.resolve("docker-config");
        program()
                .lines(
                        unpacked.resolve("bin/plimsoll").toString(),
                        "plugin",
                        "install",
                        "--docker-config",
                        config.toString());
        String plugin = config.resolve("cli-plugins/docker-scan").toString();
        assertThat(program().lines(plugin, "docker-cli-plugin-metadata").getFirst())
                .contains("\"SchemaVersion\":\"0.1.0\"")
                .doesNotContain("@VERSION@");
        Program.Outcome outcome =
                program().run(plugin, "scan", "docker-archive:" + examples.resolve("image.tar"));
        assertThat(outcome.withCode(1).out())
                .contains("Project name:      docker-image|image.tar", FOUND);
    }

    @Test
    void anAlteredArchiveIsNotInstalled() throws Exception {
        Path unpacked = made.unpacked(folder.resolve("altered"));
        Files.writeString(unpacked.resolve("lib/jvm-flags.sh"), "#", StandardOpenOption.APPEND);
        Path prefix = folder.resolve("nowhere");
        Program.Outcome outcome =
                program()
                        .run(
                                "sh",
                                unpacked.resolve("install.sh").toString(),
                                "--prefix",
                                prefix.toString());
        assertThat(outcome.withCode(2).err()).contains("do not match SHA256SUMS");
        assertThat(prefix).doesNotExist();
    }

    @Test
    void theImageHoldsNothingCriticalBySelfScan() throws Exception {
        Path plimsoll = made.unpacked(folder.resolve("self")).resolve("bin/plimsoll");
        Program.Outcome outcome =
                program()
                        .run(
                                plimsoll.toString(),
                                "scan",
                                "--no-cache",
                                "--fail-on=critical",
                                "oci-archive:" + made.image());
        assertThat(outcome.withCode(0).out()).contains("Debian GNU/Linux 13", "6 deb");
    }

    @Test
    void theListOfComponentsNamesLibrariesAndRuntime() throws Exception {
        String components = Files.readString(made.components());
        assertThat(components).contains("\"name\": \"OpenJDK\"");
        List<String> libraries = Libraries.inside(Repository.root().resolve("apps/cli"));
        assertThat(libraries).hasSizeGreaterThan(8);
        assertThat(libraries)
                .allSatisfy(library -> assertThat(components).contains("/" + library + "\""));
    }

    @Test
    void theImageScansUnderAnEngineWithoutNetworkAndWithoutRoot() throws Exception {
        try (ImageRun run = ImageRun.load(made.image(), folder.resolve("podman"))) {
            assertThat(run.plimsoll("version").withCode(0).out()).startsWith("plimsoll ");
            Program.Outcome scan =
                    run.plimsoll(
                            examples.resolve("image.tar"), "scan", "docker-archive:/mnt/input");
            assertThat(scan.withCode(0).out()).contains(FOUND);
            assertThat(run.user()).isEqualTo("65532:65532");
        }
    }

    /// Version and scan, and that the class caches fit where the archive was moved to: with
    /// `AOTMode=on` the JVM does not start without.
    private static void runs(Path root, String plimsoll) throws Exception {
        assertThat(chroot(root, plimsoll, "version").withCode(0).out()).startsWith("plimsoll ");
        Program.Outcome scan = chroot(root, plimsoll, "scan", "docker-archive:/image.tar");
        assertThat(scan.withCode(0).out()).contains(FOUND, "libssl3");
        assertThat(scan.err()).isEmpty();
        for (String call : List.of("version", "scan docker-archive:/image.tar")) {
            chroot(root, "sh", "-c", "JDK_JAVA_OPTIONS=-XX:AOTMode=on " + plimsoll + " " + call)
                    .withCode(0);
        }
    }

    private static Path rootFileSystem(String archive) throws Exception {
        Path root = Files.createDirectories(folder.resolve(archive));
        Path shared = Path.of(System.getenv("PLIMSOLL_SHARED"));
        program()
                .lines(
                        "tar",
                        "-xzf",
                        shared.resolve("images").resolve(archive).toString(),
                        "-C",
                        root.toString());
        return root;
    }

    private static Program.Outcome chroot(Path root, String... command) throws Exception {
        Stream<String> before =
                Stream.of(
                        "env",
                        "-i",
                        "PATH=/usr/bin:/bin:/usr/sbin:/sbin",
                        "chroot",
                        root.toString());
        return program().run(Stream.concat(before, Stream.of(command)).toArray(String[]::new));
    }

    private static Program program() {
        return new Program(folder);
    }
}
