package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.ProblemKind;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/// The pages of a SQLite database as its last commit left them: the log's where it holds one, else
/// the file's. The first page has number 1. Each page is given once, so that no circle of pages is
/// walked twice.
///
/// Source: <https://www.sqlite.org/fileformat2.html#the_database_header>.
final class SqlitePages {
    static final int HEADER_SIZE = 100;

    private static final String MAGIC = "SQLite format 3\0";
    private static final int MIN_PAGE_SIZE = 512;
    private static final int MAX_PAGE_SIZE = 64 * 1024;
    private static final int MIN_USABLE_SIZE = 480;

    private final MemorySegment file;
    private final WriteAheadLog log;
    private final int pageSize;
    private final int usableSize;
    private final Charset charset;
    private final BitSet used = new BitSet();

    private SqlitePages(MemorySegment file, WriteAheadLog log, Bytes header, int pageSize)
            throws DamagedException {
        this.file = file;
        this.log = log;
        this.pageSize = pageSize;
        this.usableSize = pageSize - header.u8(20);
        if (usableSize < MIN_USABLE_SIZE) {
            throw header.damaged(20, "pages with " + usableSize + " usable bytes");
        }
        this.charset =
                switch (header.i32(56)) {
                    case 2 -> StandardCharsets.UTF_16LE;
                    case 3 -> StandardCharsets.UTF_16BE;
                    default -> StandardCharsets.UTF_8;
                };
    }

    /// Opens a database. A log that does not fit is a problem of the log; the file counts alone then.
    ///
    /// @throws DamagedException if the file is no SQLite database
    static SqlitePages open(MemorySegment file, MemorySegment logFile, ProblemList logProblems)
            throws DamagedException, InterruptedException {
        Bytes header = Bytes.of(file, 0, HEADER_SIZE, ByteOrder.BIG_ENDIAN);
        if (!header.text(0, 16, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
            throw header.damaged(0, "no SQLite database");
        }
        int pageSize = header.u16(16) == 1 ? MAX_PAGE_SIZE : header.u16(16);
        if (pageSize < MIN_PAGE_SIZE || Integer.bitCount(pageSize) != 1) {
            throw header.damaged(16, "page size " + pageSize);
        }
        WriteAheadLog log = openLog(logFile, pageSize, logProblems);
        Optional<Bytes> newer = log.page(1);
        return new SqlitePages(file, log, newer.orElse(header), pageSize);
    }

    /// Takes a page.
    ///
    /// @throws DamagedException if there is no such page, or it was taken before
    Bytes take(long number) throws DamagedException {
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new DamagedException("page " + number + " of a SQLite database");
        }
        int index = (int) number;
        if (used.get(index)) {
            throw new DamagedException(
                    "byte " + offset(number) + ": page " + number + " used twice");
        }
        used.set(index);
        Optional<Bytes> newer = log.page(index);
        return newer.isPresent()
                ? newer.get()
                : Bytes.of(file, offset(number), pageSize, ByteOrder.BIG_ENDIAN);
    }

    /// Forgets which pages were taken.
    void restart() {
        used.clear();
    }

    /// Bytes of a page that hold content.
    int usableSize() {
        return usableSize;
    }

    /// How the database encodes text.
    Charset charset() {
        return charset;
    }

    /// The damage of a file that ends before its last page; empty where it is whole.
    Optional<DamagedException> shortage() throws DamagedException {
        long pages = log.pageCount();
        if (pages == 0) {
            Bytes header = Bytes.of(file, 0, HEADER_SIZE, ByteOrder.BIG_ENDIAN);
            // Source: fileformat2.html, "In-header database size": valid where these two agree.
            pages = header.i32(24) == header.i32(92) ? header.u32(28) : 0;
        }
        boolean whole = pages * pageSize <= file.byteSize() || log.pageCount() > 0;
        return whole
                ? Optional.empty()
                : Optional.of(
                        new DamagedException(
                                ProblemKind.TRUNCATED,
                                "byte %d: the file ends, but has %d pages of %d bytes"
                                        .formatted(file.byteSize(), pages, pageSize)));
    }

    private long offset(long number) {
        return (number - 1) * pageSize;
    }

    private static WriteAheadLog openLog(MemorySegment file, int pageSize, ProblemList problems)
            throws InterruptedException {
        if (file.byteSize() == 0) {
            return WriteAheadLog.none(pageSize);
        }
        try {
            return WriteAheadLog.read(file, pageSize, problems);
        } catch (DamagedException e) {
            problems.add(e.kind(), e.reason());
            return WriteAheadLog.none(pageSize);
        }
    }
}
