package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An image in a registry whose package database lies behind a link.
final class LinkedLayerTest {
    private static final Pattern BLOB = Pattern.compile("GET /v2/team/linked/blobs/");

    @TempDir Path folder;

    @Test
    void layersBehindALinkAreFetchedTwiceByTheFirstScanAndNeverByTheNext() throws Exception {
        ImageBuilder image =
                new ImageBuilder()
                        .layer(new TarBuilder().file("etc/os-release", Examples.OS_RELEASE))
                        .layer(
                                new TarBuilder()
                                        .symlink("var/lib/dpkg", "../../data/packages")
                                        .file("data/packages/status", Examples.STATUS));
        Path layout =
                OciLayouts.write(new OciLayouts().add(image).files(), folder.resolve("layout"));
        try (RealRegistry registry = RealRegistry.plain(folder.resolve("registry"));
                CuttingProxy watched = CuttingProxy.before(registry.host(), 0, 0)) {
            new Program(folder)
                    .lines(
                            "skopeo",
                            "copy",
                            "--dest-tls-verify=false",
                            "oci:" + layout,
                            "docker://" + registry.host() + "/team/linked:1");
            String[] scan = {
                Repository.launcher().toString(),
                "scan",
                "--plain-http",
                watched.host(),
                "registry:" + watched.host() + "/team/linked:1"
            };
            Program program = CommandLineTest.launcher(folder).with("HOME", folder.toString());
            Program.Outcome first = program.run(scan).withCode(0);
            assertThat(first.out()).contains("CVE-2024-5535");
            // The configuration, two layers, and both again: either may hold files of the linked
            // folder.
            assertThat(blobs(watched)).isEqualTo(5);
            assertThat(program.run(scan).withCode(0).out()).isEqualTo(first.out());
            // The configuration.
            assertThat(blobs(watched)).isEqualTo(6);
        }
    }

    private static long blobs(CuttingProxy watched) {
        return BLOB.matcher(watched.asked()).results().count();
    }
}
