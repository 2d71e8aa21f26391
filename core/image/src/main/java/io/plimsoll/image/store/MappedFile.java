package io.plimsoll.image.store;

import io.plimsoll.image.compress.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/// Maps files, and streams by way of a file.
final class MappedFile {
    private static final int BUFFER = 1024 * 1024;

    private MappedFile() {}

    /// Maps a whole file.
    static MemorySegment map(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return map(channel, arena);
        }
    }

    private static MemorySegment map(FileChannel channel, Arena arena) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }

    /// How a mapped file is compressed.
    static Compression compression(MemorySegment file) {
        byte[] head =
                file.asSlice(0, Math.min(Compression.HEAD, file.byteSize()))
                        .toArray(ValueLayout.JAVA_BYTE);
        return Compression.of(head, head.length);
    }

    /// Writes a stream to a file without a name and maps it. The name goes before the first byte is
    /// written, so that nothing is left behind however the process ends. A system that keeps the
    /// names of open files deletes it with the JVM.
    ///
    /// @param spool where the stream is told to be written to, which returns early where the stream
    ///     breaks
    static MemorySegment spool(Path folder, Arena arena, Spool spool)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String random = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        Path file = folder.resolve("plimsoll-" + random + ".spool");
        try (FileChannel channel = create(file)) {
            forget(file);
            spool.writeTo(channel);
            return map(channel, arena);
        }
    }

    /// Makes a file that no one else may read.
    private static FileChannel create(Path file) throws IOException {
        Set<OpenOption> options =
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        FileAttribute<?>[] attributes =
                Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return FileChannel.open(file, options, attributes);
    }

    private static void forget(Path file) {
        try {
            Files.delete(file);
        } catch (IOException inUse) {
            file.toFile().deleteOnExit();
        }
    }

    /// Copies a stream to a channel.
    static void copy(InputStream source, FileChannel target)
            throws IOException, InterruptedException {
        copy(source, target, Long.MAX_VALUE);
    }

    /// Copies a stream to a channel until there is more in it than `most` bytes.
    static void copy(InputStream source, FileChannel target, long most)
            throws IOException, InterruptedException {
        byte[] buffer = new byte[BUFFER];
        for (int count = source.read(buffer, 0, buffer.length);
                count >= 0 && target.position() <= most;
                count = source.read(buffer, 0, buffer.length)) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while spooling");
            }
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
            while (bytes.hasRemaining()) {
                target.write(bytes);
            }
        }
    }

    /// Writes what is to be spooled.
    @FunctionalInterface
    interface Spool {
        void writeTo(FileChannel channel) throws IOException, InterruptedException;
    }
}
