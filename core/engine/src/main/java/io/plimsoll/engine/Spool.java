package io.plimsoll.engine;

import io.plimsoll.image.LayerEntry;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// Makes the content of a passing file randomly readable: in memory while it is small, otherwise in
/// a file of the cache folder that has no name of the image's and is gone when the spool closes.
///
/// One spool serves one file; closing it ends the content's life.
final class Spool implements AutoCloseable {
    /// Content up to this size is held in memory.
    private static final long IN_MEMORY = 16L * 1024 * 1024;

    private static final AtomicLong NUMBER = new AtomicLong();

    private final Path folder;
    private final Limits limits;
    private final Arena arena = Arena.ofShared();

    Spool(Path folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /// Reads an entry's content to its end.
    ///
    /// @throws io.plimsoll.model.LimitExceededException if it is larger than a file that is analysed
    ///     may be
    MemorySegment hold(LayerEntry entry) throws IOException {
        limits.check(Limit.FILE_SIZE, entry.size(), entry.path());
        try (InputStream in = entry.stream()) {
            if (entry.size() <= IN_MEMORY) {
                return MemorySegment.ofArray(in.readAllBytes()).asReadOnly();
            }
            return spool(in);
        }
    }

    private MemorySegment spool(InputStream in) throws IOException {
        Files.createDirectories(folder);
        String name = ".spool-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        Path file = folder.resolve(name);
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE)) {
            // The name goes at once where the system allows, so that a killed process leaves
            // nothing.
            OutputStream out = java.nio.channels.Channels.newOutputStream(channel);
            Files.deleteIfExists(file);
            in.transferTo(out);
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
