package io.plimsoll.fuzz;

import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Answers of a registry, changes to containerd's file, keys.
final class RegistrySeeds {
    private static final String NEXT = "\n@NEXT@\n";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private static final int SHORT_KEY = 1024;

    private RegistrySeeds() {}

    /// An image by itself, one behind a token, a redirect and a broken download, one in an index.
    static List<byte[]> registry() {
        Map<String, byte[]> files =
                new OciLayouts()
                        .add(new ImageBuilder().layer(new TarBuilder().file("a", "b")))
                        .files();
        String manifest = "";
        String config = "";
        String layer = "";
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String text = new String(file.getValue(), StandardCharsets.ISO_8859_1);
            if (!file.getKey().startsWith("blobs/")) {
                continue;
            }
            if (text.contains("\"layers\":")) {
                manifest = text;
            } else if (text.contains("rootfs")) {
                config = text;
            } else {
                layer = text;
            }
        }
        int half = layer.length() / 2;
        String blob = answer("200 OK", "", config) + NEXT + answer("200 OK", "", layer);
        String simple = answer("200 OK", "Content-Type: " + MANIFEST, manifest) + NEXT + blob;
        String login =
                answer(
                                "401 Unauthorized",
                                "WWW-Authenticate: Bearer realm=\"http://@HOST@/token\",service=\"s\"",
                                "")
                        + NEXT
                        + answer("200 OK", "", "{\"token\":\"abc\",\"expires_in\":300}")
                        + NEXT
                        + answer("307 Moved", "Location: http://@HOST@/there", "")
                        + NEXT
                        + answer("429 Busy", "Retry-After: 1", "")
                        + NEXT
                        + answer("200 OK", "Content-Type: " + MANIFEST, manifest)
                        + NEXT
                        + answer("200 OK", "", config)
                        + NEXT
                        + "HTTP/1.1 200 OK\r\nContent-Length: "
                        + layer.length()
                        + "\r\n\r\n"
                        + layer.substring(0, half)
                        + NEXT
                        + answer(
                                "206 Partial Content",
                                "Content-Range: bytes "
                                        + half
                                        + "-"
                                        + (layer.length() - 1)
                                        + "/"
                                        + layer.length(),
                                layer.substring(half));
        String none = answer("404 Not Found", "", "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\"}]}");
        String index =
                answer(
                        "200 OK",
                        "Content-Type: application/vnd.oci.image.index.v1+json",
                        new String(
                                files.getOrDefault("index.json", new byte[0]),
                                StandardCharsets.UTF_8));
        return bytes(simple, login, none, index + NEXT + simple);
    }

    private static String answer(String status, String header, String body) {
        return "HTTP/1.1 "
                + status
                + "\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n"
                + (header.isEmpty() ? "" : header + "\r\n")
                + "\r\n"
                + body;
    }

    private static List<byte[]> bytes(String... texts) {
        List<byte[]> all = new ArrayList<>();
        for (String text : texts) {
            all.add(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    /// Changes to the heads of pages: to what kind they are, how many items, how many pages follow.
    static List<byte[]> changes() {
        List<byte[]> all = new ArrayList<>();
        for (int page = 0; page < 40; page++) {
            all.add(
                    ByteBuffer.allocate(12)
                            .putInt((page * 4096 + 8) << 8 | 8)
                            .putInt(0x02000100)
                            .putInt(page)
                            .array());
        }
        all.add(new byte[5]);
        return all;
    }

    static List<byte[]> keys() {
        List<byte[]> all = new ArrayList<>();
        try {
            for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
                if (algorithm.equals("RSA")) {
                    // Nothing is kept secret with it.
                    generator.initialize(SHORT_KEY);
                }
                KeyPair pair = generator.generateKeyPair();
                all.addAll(
                        bytes(
                                pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                                pem("RSA PRIVATE KEY", pair.getPrivate().getEncoded()),
                                pem("PUBLIC KEY", pair.getPublic().getEncoded()),
                                pem("CERTIFICATE", pair.getPublic().getEncoded())));
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return all;
    }

    private static String pem(String label, byte[] der) {
        String text = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label);
    }
}
