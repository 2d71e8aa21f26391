package io.plimsoll.truth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the images and the truth about them lie: the system property or environment variable
/// `PLIMSOLL_SHARED`, else the folder `shared` beside the working directory or one above it.
final class SharedFolder {
    private static final String NAME = "PLIMSOLL_SHARED";
    private static final Path MARK = Path.of("truth", "peers", "packages.tsv");

    private SharedFolder() {}

    /// The folder.
    ///
    /// @throws IllegalStateException if there is none: a test that needs it fails, it is not skipped
    static Path find() {
        Optional<Path> named =
                Optional.ofNullable(System.getProperty(NAME, System.getenv(NAME))).map(Path::of);
        if (named.isPresent()) {
            return check(named.get());
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path candidate = folder.resolve("shared");
            if (Files.isRegularFile(candidate.resolve(MARK))) {
                return candidate;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("no folder \"shared\"; set " + NAME + " to its path");
    }

    private static Path check(Path folder) {
        if (!Files.isRegularFile(folder.resolve(MARK))) {
            throw new IllegalStateException(NAME + " names " + folder + ", which has no " + MARK);
        }
        return folder;
    }
}
