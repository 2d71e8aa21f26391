package io.plimsoll.cli;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.lint.context.BuildContext;
import io.plimsoll.lint.context.IgnoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the files of `lint`.
final class LintInput {
    /// Bytes of a Dockerfile, more of which are not read. A file of this size may have a quarter of a
    /// million findings, which fill the heap of 512 MiB by half; the largest real one known has 60 KiB.
    private static final int MOST = 1024 * 1024;

    private LintInput() {}

    /// @param name a path, or `-` for standard input
    /// @throws IOException if it cannot be read or is too large
    static Dockerfile read(String name) throws IOException {
        if (name.equals("-")) {
            return Dockerfile.parse(limited(System.in, "standard input"));
        }
        Path file = Path.of(name);
        if (Files.isDirectory(file)) {
            throw new IOException("'" + name + "' is a folder; lint takes the Dockerfile in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Dockerfile.parse(limited(in, "'" + name + "'"));
        }
    }

    /// The folder of the build, which is the one of the Dockerfile; empty for standard input. A
    /// `NAME.dockerignore` beside it counts more than a `.dockerignore`, as for the builders.
    ///
    /// @throws IOException if there is one that cannot be read
    static Optional<BuildContext> context(String name) throws IOException {
        if (name.equals("-")) {
            return Optional.empty();
        }
        Path file = Path.of(name).toAbsolutePath();
        for (String each : List.of(file.getFileName() + ".dockerignore", ".dockerignore")) {
            Path ignore = file.resolveSibling(each);
            if (Files.isRegularFile(ignore)) {
                try (InputStream in = Files.newInputStream(ignore)) {
                    String text =
                            new String(limited(in, "'" + ignore + "'"), StandardCharsets.UTF_8);
                    return Optional.of(new BuildContext(Optional.of(IgnoreFile.of(text))));
                }
            }
        }
        return Optional.of(new BuildContext(Optional.empty()));
    }

    private static byte[] limited(InputStream in, String what) throws IOException {
        byte[] bytes = in.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw new IOException(what + " is larger than 1 MiB, which is refused");
        }
        return bytes;
    }
}
