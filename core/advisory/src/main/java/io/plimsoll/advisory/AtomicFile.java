package io.plimsoll.advisory;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Writes files under another name beside their own and renames them when whole: a reader sees the
/// old content or the new one, and a killed writer leaves nothing under the final name. A file that is
/// replaced keeps its permissions, a new one gets those that the process gives new files.
public final class AtomicFile {
    /// Writes the content.
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// How the names of files begin that are not yet whole.
    private static final String PREFIX = ".draft-";

    private static final Pattern DRAFT = Pattern.compile(Pattern.quote(PREFIX) + "\\d+-\\d+");
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final AtomicLong NUMBER = new AtomicLong();

    private AtomicFile() {}

    /// Whether a file has a name that drafts have. One that no process writes to any more was left by
    /// one that was killed.
    public static boolean isDraft(Path file) {
        return DRAFT.matcher(file.getFileName().toString()).matches();
    }

    /// Deletes the drafts of a folder that nobody has written to for an hour. None takes so long to write:
    /// whoever began them was killed. Whether his process still runs cannot be told, for a folder may belong to
    /// several machines.
    ///
    /// @param now from which the hour is counted
    public static void sweep(Path folder, Instant now) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (isDraft(file) && isOlder(file, now.minus(ABANDONED))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /// Writes or replaces a file; its folder must be there.
    ///
    /// @throws InterruptedIOException if the thread is interrupted, with nothing written
    public static void write(Path target, Content content) throws IOException {
        write(target, content, false);
    }

    /// The same for what must outlive a loss of power: the bytes are on the disk before the name is.
    public static void writeForced(Path target, Content content) throws IOException {
        write(target, content, true);
    }

    private static void write(Path target, Content content, boolean forced) throws IOException {
        String name = PREFIX + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        Path draft = target.toAbsolutePath().resolveSibling(name);
        try {
            try (FileChannel channel =
                            FileChannel.open(
                                    draft,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                keepPermissions(target, draft);
                content.writeTo(new Interruptible(out));
                if (forced) {
                    channel.force(true);
                }
            }
            Files.move(
                    draft,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void keepPermissions(Path target, Path draft) throws IOException {
        if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
        }
    }

    /// Ends the writing when the thread is to end.
    private static final class Interruptible extends FilterOutputStream {
        Interruptible(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            check();
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            check();
            out.write(bytes, offset, length);
        }

        private static void check() throws InterruptedIOException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while writing a file");
            }
        }
    }
}
