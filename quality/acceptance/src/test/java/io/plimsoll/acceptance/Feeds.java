package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Feeds of a day in their own layouts: OSV records of npm packages.
final class Feeds {
    private Feeds() {}

    /// @param records so many; one more than before is one more advisory
    static void write(Path folder, int records) throws IOException {
        Path npm = Files.createDirectories(folder.resolve("osv/npm"));
        Random random = new Random(1);
        for (int i = 0; i < records; i++) {
            String id = "GHSA-%04d-%04d-aaaa".formatted(random.nextInt(10_000), i);
            Files.writeString(
                    npm.resolve(id + ".json"),
                    """
                    {"id": "%s", "modified": "2026-11-20T00:00:00Z",
                     "published": "2026-11-01T00:00:00Z", "aliases": ["CVE-2026-%d"],
                     "affected": [{"package": {"ecosystem": "npm", "name": "package-%d"},
                       "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"},
                         {"fixed": "%d.%d.%d"}]}]}]}
                    """
                            .formatted(
                                    id,
                                    10_000 + i,
                                    i / 2,
                                    random.nextInt(9),
                                    random.nextInt(30),
                                    random.nextInt(30)),
                    StandardCharsets.UTF_8);
        }
    }

    /// Makes a key pair, `NAME.pem` and `NAME.pub`, as the guide says.
    static void key(Path folder, String name) throws IOException, InterruptedException {
        Program openssl = new Program(folder);
        openssl.lines("openssl", "genpkey", "-algorithm", "ed25519", "-out", name + ".pem");
        openssl.lines("openssl", "pkey", "-in", name + ".pem", "-pubout", "-out", name + ".pub");
    }
}
