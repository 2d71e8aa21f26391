package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.ProblemKind;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The pages of a SQLite write-ahead log that were committed: each replaces the page of the same
/// number in the database. What follows the last commit does not count, nor do frames that a log
/// before this one left behind: their salts differ.
///
/// Source: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.
final class WriteAheadLog {
    private static final int HEADER_SIZE = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int MAGIC_BIG_ENDIAN = 0x377f0683;
    private static final int FORMAT = 3_007_000;

    private final MemorySegment log;
    private final int pageSize;
    private final Map<Integer, Long> pages = new HashMap<>();
    private long pageCount;
    private int sum1;
    private int sum2;

    private WriteAheadLog(MemorySegment log, int pageSize) {
        this.log = log;
        this.pageSize = pageSize;
    }

    /// A log without pages.
    static WriteAheadLog none(int pageSize) {
        return new WriteAheadLog(MemorySegment.NULL, pageSize);
    }

    /// Reads the log up to its last commit. A frame whose checksum is wrong ends it, as it does for
    /// SQLite, and is a problem.
    ///
    /// @throws DamagedException if it is no log of this database
    static WriteAheadLog read(MemorySegment file, int pageSize, ProblemList problems)
            throws DamagedException, InterruptedException {
        WriteAheadLog log = new WriteAheadLog(file, pageSize);
        Bytes header = Bytes.of(file, 0, HEADER_SIZE, ByteOrder.BIG_ENDIAN);
        log.checkHeader(header);
        log.readFrames(header, problems);
        return log;
    }

    /// Pages of the database after the last commit; 0 without a commit.
    long pageCount() {
        return pageCount;
    }

    /// The newest committed content of a page.
    Optional<Bytes> page(int number) throws DamagedException {
        Long offset = pages.get(number);
        return offset == null
                ? Optional.empty()
                : Optional.of(Bytes.of(log, offset, pageSize, ByteOrder.BIG_ENDIAN));
    }

    private void checkHeader(Bytes header) throws DamagedException {
        int magic = header.i32(0);
        if (magic != MAGIC && magic != MAGIC_BIG_ENDIAN) {
            throw header.damaged(0, "no write-ahead log, its mark is 0x%08x".formatted(magic));
        }
        if (header.i32(4) != FORMAT) {
            throw header.damaged(4, "write-ahead log of format " + header.u32(4));
        }
        if (header.i32(8) != pageSize) {
            throw header.damaged(
                    8,
                    "pages of %d bytes, the database's have %d".formatted(header.u32(8), pageSize));
        }
        sum(header.part(0, 24), magic);
        if (sum1 != header.i32(24) || sum2 != header.i32(28)) {
            throw header.damaged(24, "wrong checksum of the log's header");
        }
    }

    private void readFrames(Bytes header, ProblemList problems)
            throws DamagedException, InterruptedException {
        int frameSize = FRAME_HEADER + pageSize;
        Map<Integer, Long> open = new HashMap<>();
        for (long at = HEADER_SIZE; at + frameSize <= log.byteSize(); at += frameSize) {
            HeaderCollector.checkInterrupted();
            Bytes frame = Bytes.of(log, at, frameSize, ByteOrder.BIG_ENDIAN);
            if (frame.i32(8) != header.i32(16) || frame.i32(12) != header.i32(20)) {
                return;
            }
            sum(frame.part(0, 8), header.i32(0));
            sum(frame.part(FRAME_HEADER, pageSize), header.i32(0));
            if (sum1 != frame.i32(16) || sum2 != frame.i32(20)) {
                long offset = frame.offset(16);
                problems.add(
                        ProblemKind.MISMATCH,
                        "byte " + offset + ": wrong checksum of a frame, what follows is left out");
                return;
            }
            open.put(frame.i32(0), at + FRAME_HEADER);
            if (frame.i32(4) != 0) {
                pages.putAll(open);
                open.clear();
                pageCount = frame.u32(4);
            }
        }
        long rest = (log.byteSize() - HEADER_SIZE) % frameSize;
        if (rest != 0) {
            problems.add(
                    ProblemKind.TRUNCATED,
                    "byte %d: the log ends within a frame".formatted(log.byteSize()));
        }
    }

    /// Adds to the running checksum. The log's mark says in which byte order its writer counted.
    private void sum(Bytes bytes, int magic) throws DamagedException {
        Bytes words = magic == MAGIC_BIG_ENDIAN ? bytes : bytes.littleEndian();
        for (int at = 0; at < words.length(); at += 8) {
            sum1 += words.i32(at) + sum2;
            sum2 += words.i32(at + 4) + sum1;
        }
    }
}
