package io.plimsoll.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What other scanners list for the images: a line for each package, with tabs between image, tool,
/// type, name and version.
final class PeerPackages {
    private PeerPackages() {}

    /// `name version` of an image's packages, sorted, as a tool lists them.
    ///
    /// @param tool the tool's name without its version
    /// @param type the tool's own word for the kind of package
    static List<String> of(String image, String tool, String type) throws IOException {
        Path table = SharedFolder.find().resolve("truth").resolve("peers").resolve("packages.tsv");
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(table, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals(image)
                    && fields[1].startsWith(tool + " ")
                    && fields[2].equals(type)) {
                found.add(fields[3] + " " + fields[4]);
            }
        }
        found.sort(null);
        return found;
    }
}
