package io.plimsoll.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a file with keys.
final class KeyFile {
    /// A key has a few kilobytes.
    private static final int MAX_FILE = 1024 * 1024;

    private KeyFile() {}

    /// @throws UnusableFileException if the file cannot be read, or is no file of keys by its size
    static String text(Path file) throws UnusableFileException {
        try {
            if (Files.size(file) > MAX_FILE) {
                throw new UnusableFileException("'" + file + "' is too large for a key");
            }
            // As ASCII, a byte of a file that holds no text would be an error without a place.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (UnusableFileException said) {
            throw said;
        } catch (IOException unreadable) {
            throw new UnusableFileException("the key '" + file + "' cannot be read", unreadable);
        }
    }
}
