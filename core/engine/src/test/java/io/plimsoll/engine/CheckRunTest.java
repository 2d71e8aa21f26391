package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Problem;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckRunTest {
    @TempDir Path folder;

    @Test
    void aSecondRunReadsNoLayerAndSaysTheSame() throws Exception {
        Path archive = archive();
        ImageChecks first = checks(scan(archive, cached(), Progress.SILENT));
        AtomicLong bytes = new AtomicLong();
        ImageChecks second = checks(scan(archive, cached(), counting(bytes)));
        assertThat(second).isEqualTo(first);
        assertThat(bytes).hasValue(0);
    }

    @Test
    void aLayerWhoseInventoryAloneIsKnownIsReadOnceMore() throws Exception {
        Path archive = archive();
        scan(archive, cached().withChecks(false), Progress.SILENT);
        AtomicLong bytes = new AtomicLong();
        ImageChecks found = checks(scan(archive, cached(), counting(bytes)));
        assertThat(bytes.get()).isPositive();
        assertThat(found.of("PL-IMG-PASSWORD-EMPTY").orElseThrow().findings()).hasSize(1);
        bytes.set(0);
        scan(archive, cached(), counting(bytes));
        scan(archive, cached().withChecks(false), counting(bytes));
        assertThat(bytes).hasValue(0);
    }

    @Test
    void damagedFactsAreReadAnew() throws Exception {
        Path archive = archive();
        ImageChecks first = checks(scan(archive, cached(), Progress.SILENT));
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 100) {
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
            }
        }
        assertThat(checks(scan(archive, cached(), Progress.SILENT))).isEqualTo(first);
    }

    @Test
    void withChecksTheInventoryIsTheSame() throws Exception {
        Path archive = archive();
        ScannedTarget without = scan(archive, Images.options(Optional.empty()), Progress.SILENT);
        ScannedTarget with =
                scan(archive, Images.options(Optional.empty()).withChecks(true), Progress.SILENT);
        assertThat(without.checks()).isEmpty();
        assertThat(with.inventory()).isEqualTo(without.inventory());
        assertThat(with.description()).isEqualTo(without.description());
    }

    @Test
    void setuidProgramsOfPackagesHaveTheirName() throws Exception {
        List<CheckFinding> findings =
                checks(scan(archive(), cached(), Progress.SILENT))
                        .of("PL-IMG-SETUID")
                        .orElseThrow()
                        .findings();
        assertThat(findings)
                .extracting(each -> each.path() + ": " + each.message())
                .containsExactly(
                        "/srv/tool: runs as user 0, mode 4755, of no package",
                        "/usr/bin/su: runs as user 0, mode 4755, of package login");
    }

    @Test
    void aTextPastTheLimitIsSearchedInPartAndThatIsSaid() throws Exception {
        ScanOptions options = Images.options(Optional.empty()).withChecks(true);
        ScanOptions low =
                new ScanOptions(
                        options.store(),
                        options.cache(),
                        options.limits().with(Limit.TEXT_FILE, 20),
                        options.platform(),
                        options.access(),
                        options.today(),
                        options.toolVersion(),
                        options.wanted());
        ScannedTarget target = scan(archive(), low, Progress.SILENT);
        assertThat(checks(target).search().cut()).isPositive();
        assertThat(checks(target).of("PL-IMG-SECRET-FILE").orElseThrow().state())
                .isEqualTo(CheckResult.State.NOT_ASSESSED);
        assertThat(target.inventory().problems())
                .extracting(Problem::reason)
                .anyMatch(each -> each.contains("--max-text-file"));
    }

    @Test
    void whatCouldNotBeReadIsNotTakenForPassed() throws Exception {
        Path archive = archive();
        byte[] bytes = Files.readAllBytes(archive);
        int at =
                new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("srv/tool");
        bytes[at] ^= 1;
        Files.write(archive, bytes);
        ScannedTarget target =
                scan(archive, Images.options(Optional.empty()).withChecks(true), Progress.SILENT);
        assertThat(target.complete()).isFalse();
        CheckResult sudo = checks(target).of("PL-IMG-SUDO").orElseThrow();
        assertThat(sudo.state()).isEqualTo(CheckResult.State.NOT_ASSESSED);
        assertThat(sudo.why()).contains("not all layers");
    }

    @Test
    void aListOfPackagesHasNothingToCheck() {
        Scanner scanner =
                new Scanner(Images.options(Optional.empty()).withChecks(true), Progress.SILENT);
        assertThatThrownBy(() -> scanner.read(Target.parse("pkg:npm/a@1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("list of packages");
    }

    private Path archive() throws IOException {
        ImageBuilder image =
                new ImageBuilder()
                        .layer(
                                new TarBuilder()
                                        .file("var/lib/dpkg/status", Images.status("login 1.0"))
                                        .file("var/lib/dpkg/info/login.list", "/.\n/usr/bin/su\n")
                                        .file("usr/bin/su", new byte[] {1}, 04755)
                                        .file("etc/passwd", "root:x:0:0::/:/bin/sh\na::5:5::/:\n"))
                        .layer(new TarBuilder().file("srv/tool", new byte[] {1}, 04755));
        return Files.write(
                folder.resolve("image.tar"), TarBuilder.of(DockerArchives.manifest(image)));
    }

    private ScanOptions cached() {
        return Images.options(Optional.of(folder.resolve("cache"))).withChecks(true);
    }

    private static Progress counting(AtomicLong bytes) {
        return new Progress() {
            @Override
            public void bytesRead(long more) {
                bytes.addAndGet(more);
            }
        };
    }

    private static ScannedTarget scan(Path archive, ScanOptions options, Progress progress)
            throws IOException, InterruptedException {
        return new Scanner(options, progress).read(Target.parse("docker-archive:" + archive));
    }

    private static ImageChecks checks(ScannedTarget target) {
        return target.checks().orElseThrow();
    }
}
