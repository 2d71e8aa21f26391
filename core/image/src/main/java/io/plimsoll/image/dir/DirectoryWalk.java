package io.plimsoll.image.dir;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/// One walk through a folder: parents before children, names in byte order.
///
/// Symbolic links are reported, never followed. Folders on another device than the root's are left
/// out with a problem: `/proc`, `/sys`, `/dev` and `/run` of a running system, and other mounts. A
/// single file that is mounted onto another one, as `/etc/hosts` in a container, is read. Devices,
/// fifos and sockets are reported and never opened.
///
/// A file with several hard links is reported as a file each time: all its names are equal, and none
/// must hide its content. What vanishes during the walk is not there and no problem.
final class DirectoryWalk {
    private static final String NESTED_VOLUMES = "btrfs";

    private final Path root;
    private final Limits limits;
    private final ProblemLog problems;
    private final MountTable mounts;
    private final long rootDevice;
    private final Set<Linked> linked = new HashSet<>();
    private long entries;

    /// @throws IOException if the root itself cannot be read
    DirectoryWalk(Path root, Limits limits, ProblemLog problems) throws IOException {
        this.root = root.toAbsolutePath();
        this.limits = limits;
        this.problems = problems;
        this.mounts = MountTable.below(root);
        this.rootDevice = FileStatus.of(root).device();
    }

    /// Visits everything below the root.
    ///
    /// @return bytes of all files met, each counted once however many names it has
    long walk(FileVisitor visitor, LongConsumer bytesRead)
            throws IOException, InterruptedException {
        long size = 0;
        Deque<Folder> open = new ArrayDeque<>();
        open.push(new Folder("", children(root, "/").iterator()));
        while (!open.isEmpty()) {
            Folder folder = open.element();
            if (!folder.children().hasNext()) {
                open.pop();
                continue;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted in '" + root + folder.path() + "'");
            }
            if (++entries > limits.of(Limit.ENTRIES)) {
                problems.add("", ProblemKind.LIMIT, tooMany());
                break;
            }
            Path child = folder.children().next();
            String path = folder.path() + "/" + name(child);
            Optional<FileStatus> status = status(child, path);
            if (status.isEmpty() || isOtherMount(status.get(), path)) {
                continue;
            }
            size += isCounted(status.get()) ? status.get().size() : 0;
            visit(child, path, status.get(), visitor, bytesRead);
            if (status.get().kind() == EntryKind.DIRECTORY) {
                open.push(new Folder(path, children(child, path).iterator()));
            }
        }
        return size;
    }

    /// A file with several names counts once.
    private boolean isCounted(FileStatus status) {
        return status.kind() == EntryKind.FILE
                && (status.links() < 2 || linked.add(new Linked(status.device(), status.inode())));
    }

    private void visit(
            Path file, String path, FileStatus status, FileVisitor visitor, LongConsumer bytesRead)
            throws IOException, InterruptedException {
        String target = "";
        if (status.kind() == EntryKind.SYMLINK) {
            try {
                target = Files.readSymbolicLink(file).toString();
            } catch (IOException unreadable) {
                problem(path, unreadable);
                return;
            }
        }
        try (DirectoryEntry entry = new DirectoryEntry(file, path, status, target, bytesRead)) {
            try {
                visitor.file(entry);
            } catch (IOException failure) {
                if (!entry.failure().isCauseOf(failure)) {
                    throw failure;
                }
                problem(path, failure);
            } catch (InternalError vanished) {
                // The JVM's answer to a mapped page that no longer exists: the file was cut short.
                problems.add(path, ProblemKind.UNREADABLE, "the file became shorter meanwhile");
            }
            entry.shortBy()
                    .ifPresent(missing ->
                            problems.add(
                                    path,
                                    ProblemKind.TRUNCATED,
                                    "the file became "
                                            + missing
                                            + " bytes shorter while it was read"));
        }
    }

    private Optional<FileStatus> status(Path file, String path) {
        try {
            return Optional.of(FileStatus.of(file, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException unreadable) {
            problem(path, unreadable);
            return Optional.empty();
        }
    }

    private boolean isOtherMount(FileStatus status, String path) {
        if (status.kind() != EntryKind.DIRECTORY || status.device() == rootDevice) {
            return false;
        }
        Optional<String> type = mounts.typeAt(path);
        if (type.isEmpty() && mounts.rootType().equals(NESTED_VOLUMES)) {
            return false;
        }
        problems.add(
                path,
                ProblemKind.LEFT_OUT,
                "another file system is mounted here: " + type.orElse("of unknown type"));
        return true;
    }

    private List<Path> children(Path folder, String path) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException broken) {
            problem(path, Objects.requireNonNull(broken.getCause()));
        } catch (IOException unreadable) {
            problem(path, unreadable);
        }
        Collections.sort(children);
        return children;
    }

    private void problem(String path, IOException failure) {
        if (!(failure instanceof NoSuchFileException)) {
            String message = failure.getMessage();
            String detail = message == null ? "" : ": " + message;
            problems.add(
                    path,
                    ProblemKind.UNREADABLE,
                    "could not be read: " + failure.getClass().getSimpleName() + detail);
        }
    }

    private String tooMany() {
        return "the walk stopped after "
                + limits.of(Limit.ENTRIES)
                + " entries; "
                + Limit.ENTRIES.flag()
                + " allows more";
    }

    /// The name as UTF-8 whatever the locale. In a locale that cannot express it the JDK shows
    /// replacement characters, but keeps the bytes, and its URI form tells them.
    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.indexOf('\uFFFD') < 0) {
            return name;
        }
        String raw = file.toUri().getRawPath();
        String last = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        byte[] bytes = PathBytes.decoded(last.substring(last.lastIndexOf('/') + 1));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Takes one file, which is valid only during the call.
    @FunctionalInterface
    interface FileVisitor {
        void file(DirectoryEntry entry) throws IOException, InterruptedException;
    }

    private record Linked(long device, long inode) {}

    private record Folder(String path, Iterator<Path> children) {}
}
