package io.plimsoll.daemon.containerd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/// A bbolt file as one transaction left it. It is only read, and no lock is taken: a writer never
/// touches the pages of the newest transaction, so what was read is right if that is still the newest
/// one afterwards.
///
/// However the file is damaged, no more than a bounded number of pages is read.
final class BoltFile {
    private static final int MAX_NODE = 64 * 1024 * 1024;
    private static final int MAX_READS = 100_000;

    private final FileChannel file;
    private final BoltMeta meta;
    private int reads;

    private BoltFile(FileChannel file, BoltMeta meta) {
        this.file = file;
        this.meta = meta;
    }

    static BoltFile of(FileChannel file) throws IOException {
        return new BoltFile(file, BoltMeta.newest(file));
    }

    /// The bucket that holds all others.
    BoltBucket root() {
        return BoltBucket.at(this, meta.root());
    }

    /// Whether nothing was committed since.
    boolean isNewest() throws IOException {
        return BoltMeta.newest(file).equals(meta);
    }

    /// The node of a page and those that overflow from it.
    ///
    /// @throws BoltFormatException if there is no such page, or it is no node
    BoltNode node(long page) throws IOException {
        String where = "page " + Long.toUnsignedString(page);
        if (++reads > MAX_READS) {
            throw new BoltFormatException("more than " + MAX_READS + " pages are linked");
        }
        if (page < 2 || page >= meta.pages()) {
            throw new BoltFormatException(where + " is not in the file");
        }
        if (page > file.size() / meta.pageSize()) {
            throw new BoltFormatException(where + " begins after the file's end");
        }
        long start = page * meta.pageSize();
        ByteBuffer head = read(start, BoltNode.HEADER, where);
        if (head.getLong(0) != page) {
            throw new BoltFormatException(where + " says that it is another");
        }
        long overflow = head.getInt(12) & 0xffffffffL;
        long length = (overflow + 1) * meta.pageSize();
        if (length > MAX_NODE) {
            throw new BoltFormatException(where + " claims " + length + " bytes");
        }
        return BoltNode.of(read(start, (int) length, where), where);
    }

    private ByteBuffer read(long start, int length, String where) throws IOException {
        if (start + length > file.size()) {
            throw new BoltFormatException(where + " ends after the file's end");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new BoltFormatException(where + " ends after the file's end");
            }
        }
        return bytes.flip();
    }
}
