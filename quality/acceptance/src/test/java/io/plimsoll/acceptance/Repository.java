package io.plimsoll.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of the sources, and what of it the tests use.
final class Repository {
    private static final Path ROOT = find();

    private Repository() {}

    static Path root() {
        return ROOT;
    }

    /// The launcher.
    static Path launcher() {
        return ROOT.resolve("plimsoll");
    }

    /// The advisory snapshot that ships inside.
    static Path advisories() {
        return ROOT.resolve("data").resolve("advisories");
    }

    private static Path find() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.isExecutable(folder.resolve("plimsoll"))
                    && Files.isRegularFile(folder.resolve("Makefile"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("no folder with plimsoll and Makefile here or above");
    }
}
