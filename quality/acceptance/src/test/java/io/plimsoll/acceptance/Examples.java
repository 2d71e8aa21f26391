package io.plimsoll.acceptance;

import io.plimsoll.testkit.AttestedImages;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files that the documentation's commands name: a Debian with one package, an OpenSSL of 2023,
/// in every form that a target can have.
final class Examples {
    static final String OS_RELEASE =
            """
            PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
            NAME="Debian GNU/Linux"
            VERSION_ID="12"
            ID=debian
            """;
    static final String STATUS =
            """
            Package: libssl3
            Status: install ok installed
            Architecture: amd64
            Source: openssl
            Version: 3.0.11-1~deb12u2

            """;

    private Examples() {}

    /// Writes `rootfs/`, `image.tar` and its `Dockerfile`, `oci/`, `bom.json`, `purls.txt`,
    /// `report.mustache`, `built.tar` with provenance, `signed.tar` with the key `cosign.pub` and another,
    /// `other.pub`, and links the launcher.
    static void write(Path folder) throws IOException, InterruptedException {
        Path root = folder.resolve("rootfs");
        Files.createDirectories(root.resolve("var/lib/dpkg"));
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/os-release"), OS_RELEASE, StandardCharsets.UTF_8);
        Files.writeString(root.resolve("var/lib/dpkg/status"), STATUS, StandardCharsets.UTF_8);
        ImageBuilder image =
                new ImageBuilder()
                        .layer(
                                new TarBuilder()
                                        .file("etc/os-release", OS_RELEASE)
                                        .file("var/lib/dpkg/status", STATUS))
                        .tag("example/app:1");
        Files.write(folder.resolve("image.tar"), TarBuilder.of(DockerArchives.manifest(image)));
        OciLayouts.write(new OciLayouts().add(image).files(), folder.resolve("oci"));
        Files.writeString(
                folder.resolve("Dockerfile"),
                "ARG DEBIAN=12.5\nFROM debian:${DEBIAN}-slim AS app\nRUN step 1\n",
                StandardCharsets.UTF_8);
        Scans.sbom("dir:" + root, "cyclonedx", folder.resolve("bom.json"));
        Files.writeString(
                folder.resolve("purls.txt"),
                "pkg:npm/lodash@4.17.15\npkg:pypi/django@3.2\n",
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("report.mustache"),
                "{{#findings}}{{id}} in {{installed.name}}\n{{/findings}}",
                StandardCharsets.UTF_8);
        Files.write(folder.resolve("built.tar"), AttestedImages.file("max.tar"));
        Files.write(folder.resolve("signed.tar"), AttestedImages.file("signed-p256.tar"));
        Files.write(folder.resolve("cosign.pub"), AttestedImages.file("p256.pub"));
        Files.write(folder.resolve("other.pub"), AttestedImages.file("rsa.pub"));
        Files.createSymbolicLink(folder.resolve("plimsoll"), Repository.launcher());
    }
}
