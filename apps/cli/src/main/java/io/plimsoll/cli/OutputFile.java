package io.plimsoll.cli;

import io.plimsoll.advisory.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Writes a report to a file that a user names: whole or not at all where it is a file of its own,
/// in place where it is a device, a pipe, a link or a file that cannot be replaced.
final class OutputFile {
    private static final int BUFFER = 64 * 1024;

    /// Belongs to the user of the process, on systems that have it.
    private static final Path SELF = Path.of("/proc/self");

    private OutputFile() {}

    /// Writes to a file, or to the standard output where none is named.
    static void write(Optional<Path> file, Console console, AtomicFile.Content content)
            throws IOException {
        if (file.isPresent()) {
            write(file.get(), content);
            return;
        }
        OutputStream out = new BufferedOutputStream(console.out(), BUFFER);
        content.writeTo(out);
        out.flush();
    }

    /// @param content is called a second time where the file turns out not to be replaceable
    static void write(Path file, AtomicFile.Content content) throws IOException {
        if (!mayBeReplaced(file)) {
            writeInPlace(file, content);
            return;
        }
        try {
            AtomicFile.write(
                    file,
                    out -> {
                        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
                        content.writeTo(buffered);
                        buffered.flush();
                    });
        } catch (FileSystemException notReplaceable) {
            // Such as a file that is a mount point, or a folder that takes no new files.
            writeInPlace(file, content);
        }
    }

    private static void writeInPlace(Path file, AtomicFile.Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            content.writeTo(out);
        }
    }

    /// A new file, or one that nobody can tell from the one that replaces it.
    private static boolean mayBeReplaced(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !Files.getFileStore(file).supportsFileAttributeView("unix")) {
            return false;
        }
        boolean isOwn = !Files.exists(SELF) || Files.getOwner(file).equals(Files.getOwner(SELF));
        return isOwn && Files.getAttribute(file, "unix:nlink").equals(1);
    }
}
