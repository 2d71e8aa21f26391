package io.plimsoll.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/// A folder whose files are believed: it belongs to the user who runs the program, and nobody else
/// may write into it. Whoever could put a layer's inventory there could hide what the layer holds.
final class CacheFolder {
    /// Belongs to the user of the process, on systems that have it.
    private static final Path SELF = Path.of("/proc/self");

    private CacheFolder() {}

    /// The folder, made if need be for its owner alone; nothing where it cannot be made or belongs to
    /// somebody else.
    static Optional<Path> open(Path folder) {
        try {
            if (!Files.getFileStore(existing(folder)).supportsFileAttributeView("posix")) {
                Files.createDirectories(folder);
                return Optional.of(folder);
            }
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            return isOwn(folder) ? Optional.of(folder) : Optional.empty();
        } catch (IOException notMade) {
            return Optional.empty();
        }
    }

    private static Path existing(Path folder) {
        Path at = folder.toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private static boolean isOwn(Path folder) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean mayOthersWrite =
                attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                        || attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
        Optional<UserPrincipal> self =
                Files.exists(SELF) ? Optional.of(Files.getOwner(SELF)) : Optional.empty();
        boolean isOthers = self.isPresent() && !self.get().equals(attributes.owner());
        return attributes.isDirectory() && !mayOthersWrite && !isOthers;
    }
}
