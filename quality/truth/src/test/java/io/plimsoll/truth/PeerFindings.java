package io.plimsoll.truth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What other scanners find in the images, and where we differ on purpose.
final class PeerFindings {
    private PeerFindings() {}

    /// A tool's findings in an image by id and package name, with their fixed versions.
    ///
    /// @param tool the tool's name without its version
    static Map<String, String> of(String image, String tool) throws IOException {
        Path table = SharedFolder.find().resolve("truth").resolve("peers").resolve("findings.tsv");
        Map<String, String> found = new TreeMap<>();
        for (String line : Files.readAllLines(table, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals(image) && fields[1].startsWith(tool + " ")) {
                found.merge(
                        fields[2] + "\t" + fields[3],
                        fields[5],
                        (one, other) -> one.equals(other) ? one : one + "," + other);
            }
        }
        return found;
    }

    /// The judged differences in an image: id, package and what we report, with tabs between them.
    static List<String> judged(String image) throws IOException {
        List<String> judged = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(PeerFindings.class.getResourceAsStream("judged.tsv"))) {
            String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : table.lines().toList()) {
                String[] fields = line.split("\t", -1);
                if (fields[0].equals(image)) {
                    if (fields.length != 5 || fields[4].isBlank()) {
                        throw new AssertionError("a judgement without a reason: " + line);
                    }
                    judged.add(fields[1] + "\t" + fields[2] + "\t" + fields[3]);
                }
            }
        }
        return judged;
    }
}
