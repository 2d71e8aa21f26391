package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.daemon.EngineOptions;
import io.plimsoll.engine.Access;
import io.plimsoll.model.ScanReport;
import io.plimsoll.registry.RegistryOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One image, the same answer by every route.
final class RoutesTest {
    private static final DebianImage IMAGE = DebianImage.get();

    @TempDir Path folder;

    private static ScanReport expected;

    @BeforeAll
    static void scan() throws IOException, InterruptedException {
        expected = Scans.of("docker-archive:" + IMAGE.dockerArchive());
    }

    static List<String> routes() {
        return List.of(
                "docker-archive:" + IMAGE.gzippedDockerArchive(),
                "oci-dir:" + IMAGE.ociFolder(),
                "oci-archive:" + IMAGE.ociArchiveWithZstd(),
                "dir:" + IMAGE.rootFileSystem(),
                IMAGE.dockerArchive().toString(),
                IMAGE.gzippedDockerArchive().toString(),
                IMAGE.ociFolder().toString(),
                IMAGE.ociArchiveWithZstd().toString());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteGivesTheSameAnswer(String route) throws Exception {
        ScanReport report = Scans.of(route);
        assertThat(report.complete()).isTrue();
        SameAnswer.demand(report, expected);
        assertThat(report.inventory().unownedExecutables())
                .isEqualTo(expected.inventory().unownedExecutables());
    }

    @Test
    void aRegistryGivesTheSameAnswer() throws Exception {
        TestAuthority authority = TestAuthority.make(folder.resolve("ca"));
        Path data = folder.resolve("registry");
        Path login = folder.resolve("auth.json");
        try (RealRegistry registry = RealRegistry.withPassword(data, authority, "ann", "secret")) {
            Program tools = new Program(folder).with("REGISTRY_AUTH_FILE", login.toString());
            String certificates = authority.trust();
            tools.lines(
                    "skopeo",
                    "login",
                    "--cert-dir",
                    certificates,
                    "-u",
                    "ann",
                    "-p",
                    "secret",
                    registry.host());
            push(tools, certificates, registry.host() + "/app:gzip", "gzip");
            push(tools, certificates, registry.host() + "/app:zstd", "zstd");
            Map<String, String> environment = Map.of("REGISTRY_AUTH_FILE", login.toString());
            Access access =
                    new Access(
                            false,
                            environment,
                            EngineOptions.STANDARD,
                            RegistryOptions.of(environment)
                                    .withAuthority(Optional.of(authority.file("ca.crt"))));
            for (String tag : List.of("gzip", "zstd")) {
                String name = registry.host() + "/app:" + tag;
                ScanReport report = Scans.of("registry:" + name, access);
                assertThat(report.complete()).isTrue();
                assertThat(report.target().tags()).containsExactly(name);
                SameAnswer.demand(report, expected);
            }
        }
        try (RealRegistry plain = RealRegistry.plain(data)) {
            assertBrokenDownloadsGiveTheSameAnswer(plain);
        }
    }

    private static void push(Program tools, String certificates, String name, String compression)
            throws IOException, InterruptedException {
        tools.lines(
                "skopeo",
                "copy",
                "--dest-cert-dir",
                certificates,
                "--format",
                "oci",
                "--dest-compress-format",
                compression,
                "docker-archive:" + IMAGE.dockerArchive(),
                "docker://" + name);
    }

    private static void assertBrokenDownloadsGiveTheSameAnswer(RealRegistry registry)
            throws IOException, InterruptedException {
        int cuts = 5;
        try (CuttingProxy proxy = CuttingProxy.before(registry.host(), cuts, 3_000_000)) {
            Access access =
                    new Access(
                            false,
                            Map.of(),
                            EngineOptions.STANDARD,
                            RegistryOptions.of(Map.of()).withPlainHttp(Set.of(proxy.host())));
            ScanReport report = Scans.of("registry:" + proxy.host() + "/app:gzip", access);
            assertThat(report.complete()).isTrue();
            SameAnswer.demand(report, expected);
            assertThat(proxy.left()).isZero();
            assertThat(proxy.asked().split("Range: bytes=", -1)).hasSize(cuts + 1);
        }
    }

    @Test
    void theImageHoldsWhatDpkgSaysLessWhatALayerRemoved() throws Exception {
        List<String> below =
                IMAGE.installedBelow().stream()
                        .map(line -> line.replace('\t', ' '))
                        .filter(line -> !line.startsWith(DebianImage.REMOVED + " "))
                        .sorted()
                        .toList();
        assertThat(IMAGE.installedBelow()).hasSize(below.size() + 1);
        assertThat(
                        expected.inventory().packages().stream()
                                .filter(each -> each.purl().startsWith("pkg:deb/"))
                                .map(each -> SameAnswer.dpkgLine(each.record()))
                                .sorted()
                                .toList())
                .isEqualTo(below);
        assertThat(expected.assessment().findings()).isNotEmpty();
    }
}
