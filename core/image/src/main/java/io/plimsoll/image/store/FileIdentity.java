package io.plimsoll.image.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Tells whether a file is still the one that was read: its device, inode, size, modification and
/// change time. The change time cannot be set from outside.
final class FileIdentity {
    private static final String WANTED = "unix:dev,ino,size,lastModifiedTime,ctime";

    private FileIdentity() {}

    /// The identity, or nothing where the file system does not tell.
    static Optional<String> of(Path file, LinkOption... options) {
        try {
            Map<String, Object> values = Files.readAttributes(file, WANTED, options);
            return Optional.of(
                    values.get("dev")
                            + ":"
                            + values.get("ino")
                            + ":"
                            + values.get("size")
                            + ":"
                            + values.get("lastModifiedTime")
                            + ":"
                            + values.get("ctime"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
