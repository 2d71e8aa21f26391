package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.feeds.StoreBuilder;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.ReportFormats;
import io.plimsoll.report.View;
import io.plimsoll.testkit.TarBuilder;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What our own documents say of a target is as good as the target.
final class SbomRoundTripTest {
    private static final String DPKG =
            """
            Package: libssl3
            Status: install ok installed
            Architecture: amd64
            Source: openssl (3.0.11-1)
            Version: 3.0.11-1+b1
            Depends: libc6 (>= 2.34)

            Package: libc6
            Status: install ok installed
            Architecture: amd64
            Source: glibc
            Version: 1:2.36-9

            Package: python3-lib
            Status: install ok installed
            Architecture: all
            Version: 7

            """;
    private static final String ADVISORY =
            """
            {"id": "DEBIAN-CVE-2024-5535", "modified": "2026-01-01T00:00:00Z",
             "upstream": ["CVE-2024-5535"],
             "affected": [{"package": {"ecosystem": "Debian:12", "name": "openssl"},
               "ranges": [{"type": "ECOSYSTEM",
                 "events": [{"introduced": "0"}, {"fixed": "3.0.17-1"}]}]}]}
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cyclonedx", "cyclonedx-xml", "spdx", "spdx-tv", "spdx@3.0", "json"})
    void packagesComeBackAsTheyWere(String format) throws Exception {
        ScannedTarget original = Images.read(folder, layer(Images.OS_RELEASE));
        ScannedTarget back = Images.read("sbom:" + written(format, original));
        assertThat(back.inventory().problems()).isEmpty();
        assertThat(back.inventory().packages()).hasSize(7);
        assertThat(described(back)).isEqualTo(described(original));
        assertThat(back.inventory().distribution().id()).isEqualTo("debian");
        assertThat(back.inventory().distribution().versionId()).isEqualTo("12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cyclonedx", "cyclonedx-xml", "spdx", "spdx-tv", "spdx@3.0", "json"})
    void aReleaseWithoutANumberComesBackToo(String format) throws Exception {
        String sid = "ID=debian\nVERSION_CODENAME=sid\nPRETTY_NAME=\"Debian sid\"\n";
        ScannedTarget original = Images.read(folder, layer(sid));
        ScannedTarget back = Images.read("sbom:" + written(format, original));
        assertThat(described(back)).isEqualTo(described(original));
        assertThat(back.inventory().distribution().codename()).isEqualTo("sid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cyclonedx", "cyclonedx-xml", "spdx", "spdx-tv", "spdx@3.0", "json"})
    void findingsAreTheSame(String format) throws Exception {
        ScannedTarget original = Images.read(folder, layer(Images.OS_RELEASE));
        ScannedTarget back = Images.read("sbom:" + written(format, original));
        Path feed = Files.createDirectories(folder.resolve("feed/osv/Debian"));
        Files.writeString(feed.resolve("DEBIAN-CVE-2024-5535.json"), ADVISORY);
        Path out = folder.resolve("store");
        new StoreBuilder(folder.resolve("feed"), Set.of(), problem -> {})
                .build(out, Instant.parse("2026-11-22T00:00:00Z"));
        Scanner scanner = new Scanner(Images.options(java.util.Optional.empty()), Progress.SILENT);
        try (AdvisoryStore store = AdvisoryStore.open(out)) {
            List<Finding> expected = scanner.judge(original, store).assessment().findings();
            assertThat(expected).extracting(Finding::id).containsExactly("CVE-2024-5535");
            assertThat(scanner.judge(back, store).assessment().findings())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("instruction")
                    .isEqualTo(expected);
        }
    }

    @Test
    void dependenciesComeBackThroughCycloneDx() throws Exception {
        ScannedTarget original = Images.read(folder, layer(Images.OS_RELEASE));
        ScannedTarget back = Images.read("sbom:" + written("cyclonedx", original));
        assertThat(Images.named(original, "libssl3").dependsOn()).isNotEmpty();
        assertThat(Images.named(back, "libssl3").dependsOn())
                .isEqualTo(Images.named(original, "libssl3").dependsOn());
    }

    private Path written(String format, ScannedTarget target) throws Exception {
        Path file = folder.resolve(format + ".json");
        ScanReport report = Scanner.unjudged(target, java.time.LocalDate.of(2026, 11, 24), "test");
        try (OutputStream out = Files.newOutputStream(file)) {
            ReportFormats.of(format).orElseThrow().write(report, View.EVERYTHING, out);
        }
        return file;
    }

    private static TarBuilder layer(String osRelease) throws Exception {
        return new TarBuilder()
                .file("etc/os-release", osRelease)
                .file(Images.STATUS, DPKG)
                .file("var/lib/dpkg/info/python3-lib.list", "/usr/lib/python3/lib.egg-info\n")
                .file(
                        "usr/lib/python3/lib.egg-info",
                        "Metadata-Version: 1.0\nName: lib\nVersion: 7\n")
                .file("app/node_modules/@acme/tool/package.json", Images.npm("@acme/tool", "1.0.0"))
                .file("srv/node_modules/@acme/tool/package.json", Images.npm("@acme/tool", "1.0.0"))
                .file("app/node_modules/left/package.json", Images.npm("left", ""))
                .file("app/tool.jar", Archives.jar("org.acme", "tool", "1.2.3"));
    }

    private static List<String> described(ScannedTarget target) {
        List<String> all = new ArrayList<>();
        for (InstalledPackage each : target.inventory().packages()) {
            all.add(
                    String.join(
                            " ",
                            each.id(),
                            each.record().fullName(),
                            each.record().version(),
                            each.record().source().toString(),
                            each.record().architecture(),
                            each.owner().toString(),
                            each.locations().toString()));
        }
        return all;
    }
}
