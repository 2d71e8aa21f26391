package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What `make dist` makes of a copy of the sources.
///
/// @param folder holds the archive, the image, the list of components and `SHA256SUMS`
record Distribution(Path folder) {
    /// A time for all files; any will do, as long as it is the same.
    private static final String EPOCH = "1790000000";

    /// Copies the sources into a folder and makes a distribution there.
    ///
    /// @param setting shell commands that come first: what must not show in the bytes
    static Distribution make(Path folder, String setting) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path sources = folder.resolve("sources");
        new Program(Repository.root())
                .lines(
                        "sh",
                        "-c",
                        "mkdir \"$0\" && git ls-files -z --cached --others --exclude-standard"
                                + " | tar -c --null -T - | tar -x -C \"$0\"",
                        sources.toString());
        Program.build(sources)
                .with("SOURCE_DATE_EPOCH", EPOCH)
                .lines("sh", "-c", setting + "; make dist OUT=../made");
        return new Distribution(folder.resolve("made"));
    }

    /// The digests of all that was made, by name.
    List<String> sums() throws IOException {
        return Files.readAllLines(folder.resolve("SHA256SUMS"));
    }

    Path archive() throws IOException {
        return only(".tar.gz");
    }

    Path image() throws IOException {
        return only(".oci.tar");
    }

    Path components() throws IOException {
        return only(".cdx.json");
    }

    /// The archive's folder, unpacked below another.
    Path unpacked(Path below) throws IOException, InterruptedException {
        Files.createDirectories(below);
        new Program(below).lines("tar", "-xzf", archive().toString());
        return below.resolve(archive().getFileName().toString().replace(".tar.gz", ""));
    }

    private Path only(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .reduce((one, other) -> {
                        throw new AssertionError("two of " + suffix + " in " + folder);
                    })
                    .orElseThrow();
        }
    }
}
