package io.plimsoll.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Texts of a size.
final class Texts {
    private Texts() {}

    /// @param size in bytes
    static byte[] of(String kind, int size) {
        byte[] part =
                switch (kind) {
                    case "sources" -> sources(Path.of(System.getProperty("plimsoll.home", ".")));
                    case "log" -> log();
                    case "base64" -> base64();
                    default -> throw new IllegalArgumentException(kind);
                };
        byte[] text = new byte[size];
        for (int at = 0; at < size; at += part.length) {
            System.arraycopy(part, 0, text, at, Math.min(part.length, size - at));
        }
        return text;
    }

    private static byte[] sources(Path home) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String folder : List.of("core", "apps", "feeds", "docs")) {
            try (Stream<Path> files = Files.walk(home.resolve(folder))) {
                for (Path file :
                        files.filter(each -> each.toString().matches(".*\\.(java|md|tsv)"))
                                .sorted()
                                .toList()) {
                    all.write(Files.readAllBytes(file));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return all.toByteArray();
    }

    private static byte[] log() {
        Random random = new Random(1);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("10.0.")
                    .append(random.nextInt(256))
                    .append('.')
                    .append(random.nextInt(256))
                    .append(" - - [24/Nov/2026:03:04:05 +0000] \"GET /api/v1/items/")
                    .append(random.nextInt(1_000_000))
                    .append("?page=2 HTTP/1.1\" 200 ")
                    .append(random.nextInt(100_000))
                    .append(" \"https://shop.example/\" \"Mozilla/5.0 (X11; Linux x86_64)\"\n");
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64() {
        byte[] bytes = new byte[3_000_000];
        new Random(2).nextBytes(bytes);
        return Base64.getEncoder().encode(bytes);
    }
}
