package io.plimsoll.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file for parsers that want one: in memory where the system has such a folder.
public final class Scratch {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path FOLDER = folder();

    private Scratch() {}

    /// Writes the one file of this name over.
    public static Path write(String name, byte[] content) throws IOException {
        Path file = FOLDER.resolve(name);
        Files.createDirectories(FOLDER.resolve(name).resolveSibling("."));
        return Files.write(file, content);
    }

    private static Path folder() {
        try {
            Path folder =
                    Files.isWritable(MEMORY)
                            ? Files.createTempDirectory(MEMORY, "plimsoll-fuzz")
                            : Files.createTempDirectory("plimsoll-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException left) {
            // The system clears such folders.
        }
    }
}
