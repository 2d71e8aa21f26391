package io.plimsoll.advisory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/// Writes files under another name beside their own and renames them when whole: a reader sees the
/// old content or the new one, and a killed writer leaves nothing under the final name. The files get
/// the permissions that the process gives new files.
public final class AtomicFile {
    /// Writes the content.
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// How the names of files begin that are not yet whole.
    public static final String DRAFT = ".draft-";

    private static final AtomicLong NUMBER = new AtomicLong();

    private AtomicFile() {}

    /// Writes or replaces a file; its folder must be there.
    public static void write(Path target, Content content) throws IOException {
        write(target, content, false);
    }

    /// The same for what must outlive a loss of power: the bytes are on the disk before the name is.
    public static void writeForced(Path target, Content content) throws IOException {
        write(target, content, true);
    }

    private static void write(Path target, Content content, boolean forced) throws IOException {
        String name = DRAFT + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        Path draft = target.toAbsolutePath().resolveSibling(name);
        try {
            try (FileChannel channel =
                            FileChannel.open(
                                    draft,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(out);
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
}
