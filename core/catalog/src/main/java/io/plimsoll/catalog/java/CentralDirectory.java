package io.plimsoll.catalog.java;

import java.util.Optional;

/// The table of contents at the end of a zip archive.
///
/// @param start offset of its first entry in the file
/// @param end offset behind its last entry
/// @param prefix bytes before the archive, such as a start script, that its offsets do not count
record CentralDirectory(ZipBytes bytes, long start, long end, long prefix) {
    private static final int ENTRY_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_END_LENGTH = 56;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_LENGTH = 20;
    private static final int SIGNATURE = 0x05054b50;
    private static final int ZIP64_EXTRA = 1;
    private static final long IN_ZIP64 = 0xffff_ffffL;
    private static final int CHECK_INTERVAL = 1 << 10;

    /// A local header takes this much at least, its name included.
    private static final int LEAST_LOCAL = ZipHeader.LOCAL_LENGTH + 1;

    /// Finds it by the end of central directory record (APPNOTE.TXT 4.3.16), the last one whose
    /// numbers agree with the file and whose comment ends where the file ends. The record of an
    /// archive stored inside another whose end is missing would be taken for the outer one's
    /// otherwise; for the same reason no entry may lie before the archive's beginning.
    static Optional<CentralDirectory> find(ZipBytes bytes) throws InterruptedException {
        long last = bytes.size() - END_LENGTH;
        for (long at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.isAt(at, ZipBytes.END) && bytes.u16(at + 20) == last - at) {
                Optional<CentralDirectory> found = at(bytes, at);
                if (found.isPresent() && !LocalHeaders.liesBefore(bytes, found.get().prefix())) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// Adds all entries to a table.
    ///
    /// @throws BrokenZipException at the first entry that cannot be; the table is then worthless
    void read(EntryTable table) throws BrokenZipException, InterruptedException {
        byte[] name = new byte[0xffff];
        long at = start;
        while (at < end && !table.isFull() && !bytes.isAt(at, SIGNATURE)) {
            if (!bytes.isAt(at, ZipBytes.CENTRAL) || at > end - ENTRY_LENGTH) {
                throw new BrokenZipException(at, "no entry of the central directory");
            }
            int nameLength = bytes.u16(at + 28);
            int extraLength = bytes.u16(at + 30);
            long next = at + ENTRY_LENGTH + nameLength + extraLength + bytes.u16(at + 32);
            if (next > end) {
                throw new BrokenZipException(at, "an entry beyond the central directory's end");
            }
            checkOverlap(table.count() + 1, at);
            bytes.copy(at + ENTRY_LENGTH, name, nameLength);
            table.add(name, nameLength, header(at, at + ENTRY_LENGTH + nameLength, extraLength));
            if (table.count() % CHECK_INTERVAL == 0 && Thread.interrupted()) {
                throw new InterruptedException();
            }
            at = next;
        }
    }

    /// Each entry has a local header of its own before the directory. A directory with more entries
    /// than fit there is one whose entries share their headers: a bomb.
    private void checkOverlap(long count, long at) throws BrokenZipException {
        if (count > start / LEAST_LOCAL) {
            throw new BrokenZipException(
                    at,
                    "%d entries or more cannot lie in the %d bytes before: they overlap"
                            .formatted(count, start));
        }
    }

    private static Optional<CentralDirectory> at(ZipBytes bytes, long record) {
        long size = bytes.u32(record + 12);
        long offset = bytes.u32(record + 16);
        long end = record;
        long zip64 = zip64(bytes, record - ZIP64_LOCATOR_LENGTH);
        if (zip64 >= 0) {
            size = bytes.i64(zip64 + 40);
            offset = bytes.i64(zip64 + 48);
            end = zip64;
        }
        if (size < 0 || offset < 0 || size > end || (size == 0 && bytes.u16(record + 10) > 0)) {
            return Optional.empty();
        }
        long start = end - size;
        if (offset == IN_ZIP64 && zip64 < 0) {
            // Info-ZIP's zip 3.0 leaves the zip64 record out where it writes to a pipe.
            offset = start;
        }
        if (offset <= start && (size == 0 || bytes.isAt(start, ZipBytes.CENTRAL))) {
            return Optional.of(new CentralDirectory(bytes, start, end, start - offset));
        }
        if (offset <= start && bytes.isAt(offset, ZipBytes.CENTRAL)) {
            return Optional.of(new CentralDirectory(bytes, offset, offset + size, 0));
        }
        return Optional.empty();
    }

    /// Offset of the zip64 end of central directory record (4.3.14) by its locator (4.3.15), which
    /// is wrong where bytes were put before the archive; -1 where there is none.
    private static long zip64(ZipBytes bytes, long locator) {
        if (!bytes.isAt(locator, ZIP64_LOCATOR)) {
            return -1;
        }
        long stated = bytes.i64(locator + 8);
        for (long at : new long[] {locator - ZIP64_END_LENGTH, stated}) {
            if (bytes.has(at, ZIP64_END_LENGTH) && bytes.isAt(at, ZIP64_END)) {
                return at;
            }
        }
        return -1;
    }

    private ZipHeader header(long at, long extra, int extraLength) {
        long compressed = bytes.u32(at + 20);
        long size = bytes.u32(at + 24);
        long position = bytes.u32(at + 42);
        long field = zip64Extra(extra, extra + extraLength);
        if (field >= 0) {
            long limit = field + 4 + bytes.u16(field + 2);
            long value = field + 4;
            if (size == IN_ZIP64 && value + 8 <= limit) {
                size = bytes.i64(value);
                value += 8;
            }
            if (compressed == IN_ZIP64 && value + 8 <= limit) {
                compressed = bytes.i64(value);
                value += 8;
            }
            if (position == IN_ZIP64 && value + 8 <= limit) {
                position = bytes.i64(value);
            }
        }
        int flags = bytes.u16(at + 8);
        int method = bytes.u16(at + 10);
        return new ZipHeader(
                flags, method, compressed, size, bytes.u32(at + 16), prefix + position);
    }

    /// Offset of the zip64 extra field (4.5.3), -1 where there is none that is whole.
    private long zip64Extra(long from, long until) {
        long at = from;
        while (at + 4 <= until) {
            long next = at + 4 + bytes.u16(at + 2);
            if (bytes.u16(at) == ZIP64_EXTRA && next <= until) {
                return at;
            }
            at = next;
        }
        return -1;
    }
}
