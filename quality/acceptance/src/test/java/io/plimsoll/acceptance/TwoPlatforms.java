package io.plimsoll.acceptance;

import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/// An OCI layout with one index of two platforms: a Debian with a package for amd64, one without for
/// arm64.
final class TwoPlatforms {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private TwoPlatforms() {}

    static Path write(Path folder) throws IOException {
        OciLayouts layouts = new OciLayouts();
        layouts.add(image("amd64", new TarBuilder().file("var/lib/dpkg/status", Examples.STATUS)));
        layouts.add(image("arm64", new TarBuilder().file("var/lib/dpkg/status", "")));
        Map<String, byte[]> files = layouts.files();
        String inner =
                new String(Objects.requireNonNull(files.get("index.json")), StandardCharsets.UTF_8)
                        .replaceFirst("\\{", "{\"mediaType\":\"" + INDEX + "\",");
        byte[] bytes = inner.getBytes(StandardCharsets.UTF_8);
        String hex = sha256(bytes);
        files.put("blobs/sha256/" + hex, bytes);
        files.put(
                "index.json",
                ("{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\","
                                + "\"size\":%d,\"annotations\":"
                                + "{\"org.opencontainers.image.ref.name\":\"1\"}}]}")
                        .formatted(INDEX, hex, bytes.length)
                        .getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(folder);
        return OciLayouts.write(files, folder);
    }

    private static ImageBuilder image(String architecture, TarBuilder more) {
        return new ImageBuilder()
                .platform(architecture, "")
                .layer(new TarBuilder().file("etc/os-release", Examples.OS_RELEASE))
                .layer(more);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
