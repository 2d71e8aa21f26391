package io.plimsoll.image.dir;

import io.plimsoll.image.EntryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/// What `lstat` says of a file.
///
/// The type bits of the mode are those of inode(7).
///
/// @param mode type and permission bits
/// @param size bytes
/// @param device the file system it lies on
/// @param inode its number there
/// @param links how many names it has
/// @param special the device that it is, where it is one
record FileStatus(
        int mode,
        long uid,
        long gid,
        long size,
        long device,
        long inode,
        long links,
        long special) {
    private static final String WANTED = "unix:mode,uid,gid,size,dev,ino,nlink,rdev";
    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int PERMISSIONS = 07777;

    /// Reads the status of a path; a link is followed only on request.
    static FileStatus of(Path path, LinkOption... options) throws IOException {
        Map<String, Object> values = Files.readAttributes(path, WANTED, options);
        return new FileStatus(
                (int) number(values, "mode"),
                number(values, "uid"),
                number(values, "gid"),
                number(values, "size"),
                number(values, "dev"),
                number(values, "ino"),
                number(values, "nlink"),
                number(values, "rdev"));
    }

    EntryKind kind() {
        return switch (mode & TYPE) {
            case DIRECTORY -> EntryKind.DIRECTORY;
            case REGULAR -> EntryKind.FILE;
            case LINK -> EntryKind.SYMLINK;
            default -> EntryKind.OTHER;
        };
    }

    /// Whether it is the character device 0/0, by which overlayfs deletes a path of the layers below.
    ///
    /// Source: Linux, `filesystems/overlayfs.rst`, "whiteouts and opaque directories".
    boolean isWhiteout() {
        return (mode & TYPE) == CHARACTER_DEVICE && special == 0;
    }

    int permissions() {
        return mode & PERMISSIONS;
    }

    private static long number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number value ? value.longValue() : 0;
    }
}
