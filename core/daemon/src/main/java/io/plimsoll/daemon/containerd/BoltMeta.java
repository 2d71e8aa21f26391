package io.plimsoll.daemon.containerd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.stream.Stream;

/// The head of a bbolt file: which page its tree begins at. There are two, written in turn, and the
/// one with the higher transaction whose checksum is right holds.
///
/// Source: bbolt, `internal/common/meta.go`: after a page header of 16 bytes magic, version, page
/// size, flags (32 bits each), root page, root sequence, free list, high water mark, transaction and
/// the 64-bit FNV-1a of all before (64 bits each), in the byte order of the machine.
///
/// @param pageSize bytes
/// @param root page of the root bucket
/// @param pages number of pages in use: all page numbers are lower
/// @param transaction that wrote it
record BoltMeta(int pageSize, long root, long pages, long transaction) {
    private static final int PAGE_HEADER = 16;
    private static final int LENGTH = 64;
    private static final int CHECKED = 56;
    private static final int MAGIC = 0xED0CDAED;
    private static final int VERSION = 2;
    private static final int SMALLEST_PAGE = 512;
    private static final int LARGEST_PAGE = 64 * 1024;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// Reads the head that holds.
    ///
    /// @throws BoltFormatException if neither can be believed
    static BoltMeta newest(FileChannel file) throws IOException {
        Optional<BoltMeta> first = read(file, 0);
        Optional<BoltMeta> second = Optional.empty();
        if (first.isPresent()) {
            second = read(file, first.get().pageSize);
        } else {
            // The page size is unknown then: it is the place where the second head is.
            for (int size = SMALLEST_PAGE; size <= LARGEST_PAGE && second.isEmpty(); size *= 2) {
                int expected = size;
                second = read(file, size).filter(meta -> meta.pageSize == expected);
            }
        }
        return Stream.concat(first.stream(), second.stream())
                .max((a, b) -> Long.compareUnsigned(a.transaction, b.transaction))
                .orElseThrow(() ->
                        new BoltFormatException(
                                "it is no bbolt file, or both of its heads are damaged"));
    }

    private static Optional<BoltMeta> read(FileChannel file, long page) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        long at = page + PAGE_HEADER;
        while (bytes.hasRemaining()) {
            int count = file.read(bytes, at + bytes.position());
            if (count < 0) {
                return Optional.empty();
            }
        }
        int pageSize = bytes.getInt(8);
        boolean valid =
                bytes.getInt(0) == MAGIC
                        && bytes.getInt(4) == VERSION
                        && pageSize >= SMALLEST_PAGE
                        && pageSize <= LARGEST_PAGE
                        && Integer.bitCount(pageSize) == 1
                        && bytes.getLong(CHECKED) == checksum(bytes);
        return valid
                ? Optional.of(
                        new BoltMeta(
                                pageSize, bytes.getLong(16), bytes.getLong(40), bytes.getLong(48)))
                : Optional.empty();
    }

    /// Source: the FNV hash, variant 1a of 64 bits.
    private static long checksum(ByteBuffer bytes) {
        long hash = FNV_START;
        for (int i = 0; i < CHECKED; i++) {
            hash = (hash ^ (bytes.get(i) & 0xff)) * FNV_PRIME;
        }
        return hash;
    }
}
