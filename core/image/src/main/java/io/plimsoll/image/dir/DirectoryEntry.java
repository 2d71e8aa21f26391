package io.plimsoll.image.dir;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.image.problem.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A file of a folder. Opened only when its content is asked for, closed with the visit.
final class DirectoryEntry implements LayerEntry, AutoCloseable {
    /// Below this a read is cheaper than a mapping.
    private static final long MAPPED_FROM = 1024 * 1024;

    private final Path file;
    private final String path;
    private final FileStatus status;
    private final String linkTarget;
    private final LongConsumer bytesRead;
    private @Nullable InputStream stream;
    private @Nullable Arena arena;
    private final SourceFailure failure = new SourceFailure();
    private long missing;

    DirectoryEntry(
            Path file, String path, FileStatus status, String linkTarget, LongConsumer bytesRead) {
        this.file = file;
        this.path = path;
        this.status = status;
        this.linkTarget = linkTarget;
        this.bytesRead = bytesRead;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public EntryKind kind() {
        return status.kind();
    }

    @Override
    public long size() {
        return kind() == EntryKind.FILE ? status.size() : 0;
    }

    @Override
    public int mode() {
        return status.permissions();
    }

    @Override
    public long uid() {
        return status.uid();
    }

    @Override
    public long gid() {
        return status.gid();
    }

    @Override
    public String linkTarget() {
        return linkTarget;
    }

    @Override
    public InputStream stream() throws IOException {
        if (kind() != EntryKind.FILE) {
            return InputStream.nullInputStream();
        }
        try {
            InputStream opened = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
            stream = opened;
            return new Content(opened);
        } catch (IOException unreadable) {
            throw failure.remember(unreadable);
        }
    }

    @Override
    public Optional<MemorySegment> mapped() throws IOException {
        if (size() < MAPPED_FROM) {
            return Optional.empty();
        }
        if (arena == null) {
            arena = Arena.ofConfined();
        }
        try (FileChannel channel =
                FileChannel.open(
                        file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            long length = Math.min(size(), channel.size());
            missing = size() - length;
            bytesRead.accept(length);
            return Optional.of(
                    channel.map(
                            FileChannel.MapMode.READ_ONLY,
                            0,
                            length,
                            Objects.requireNonNull(arena)));
        } catch (IOException unreadable) {
            throw failure.remember(unreadable);
        }
    }

    /// The file itself.
    Path file() {
        return file;
    }

    FileStatus status() {
        return status;
    }

    /// What went wrong with the file itself.
    SourceFailure failure() {
        return failure;
    }

    /// How many bytes the file was shorter than its status said, where it was read to its end.
    Optional<Long> shortBy() {
        return missing > 0 ? Optional.of(missing) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
        if (arena != null) {
            arena.close();
        }
    }

    /// The bytes of the file, no more than its status promised: a file that grows, such as a log,
    /// would otherwise have no end.
    private final class Content extends InputStream {
        private final InputStream source;
        private long left = status.size();

        Content(InputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            int count;
            try {
                count = source.read(bytes, offset, (int) Math.min(length, left));
            } catch (IOException unreadable) {
                throw failure.remember(unreadable);
            }
            if (count < 0) {
                missing = left;
                left = 0;
                return -1;
            }
            left -= count;
            bytesRead.accept(count);
            return count;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(left, source.available());
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
