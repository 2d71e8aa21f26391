package io.plimsoll.catalog.java;

import io.plimsoll.model.ProblemKind;

/// Walks an archive from local header to local header (APPNOTE.TXT 4.3.7), for one whose central
/// directory is missing or cannot be believed. Finds what is there; says where it breaks off.
final class LocalHeaders {
    private static final int DESCRIPTOR_LENGTH = 16;
    private static final int ZIP64_DESCRIPTOR_LENGTH = 24;
    private static final long CHECK_INTERVAL = 1 << 20;
    private static final int ZIP64_EXTRA = 1;
    private static final long IN_ZIP64 = 0xffff_ffffL;
    private static final long NONE = -1;

    /// Version 6.3 (4.4.3.2) and PPMd (4.4.5), the highest that are defined but for two.
    private static final int LAST_VERSION = 63;

    private static final int LAST_METHOD = 98;

    private final ZipBytes bytes;
    private final ArchiveProblems problems;
    private final byte[] name = new byte[0xffff];

    /// Set after one descriptor that cannot be found, so that no more searches run to the end.
    private boolean distrustDescriptors;

    LocalHeaders(ZipBytes bytes, ArchiveProblems problems) {
        this.bytes = bytes;
        this.problems = problems;
    }

    /// Adds all entries to a table.
    void read(EntryTable table) throws InterruptedException {
        long at = next(0);
        while (at != NONE && !table.isFull()) {
            at = entry(at, table);
        }
    }

    /// Adds one entry.
    ///
    /// @return offset of the next, or {@link #NONE}
    private long entry(long at, EntryTable table) throws InterruptedException {
        if (!bytes.has(at, ZipHeader.LOCAL_LENGTH)) {
            return cut(at, "an entry's header");
        }
        int nameLength = bytes.u16(at + 26);
        int extraLength = bytes.u16(at + 28);
        long data = at + ZipHeader.LOCAL_LENGTH + nameLength + extraLength;
        if (data > bytes.size()) {
            return cut(at, "an entry's header");
        }
        bytes.copy(at + ZipHeader.LOCAL_LENGTH, name, nameLength);
        ZipHeader header = header(at, data, data - extraLength);
        long end = data + header.compressedSize();
        if (header.compressedSize() < 0 || end > bytes.size()) {
            table.add(name, nameLength, withRest(header, bytes.size() - data));
            return cut(data, "an entry's content");
        }
        table.add(name, nameLength, header);
        return next(end);
    }

    private long cut(long at, String what) {
        problems.add(ProblemKind.TRUNCATED, at, "the file ends inside " + what);
        return NONE;
    }

    private ZipHeader header(long at, long data, long extra) throws InterruptedException {
        long crc = bytes.u32(at + 14);
        long compressed = bytes.u32(at + 18);
        long size = bytes.u32(at + 22);
        if (compressed == IN_ZIP64 && size == IN_ZIP64) {
            long field = zip64Extra(extra, data);
            if (field != NONE) {
                size = bytes.i64(field + 4);
                compressed = bytes.i64(field + 12);
            }
        }
        ZipHeader header =
                new ZipHeader(bytes.u16(at + 6), bytes.u16(at + 8), compressed, size, crc, at);
        return header.hasDescriptor() && compressed == 0 ? described(header, data) : header;
    }

    /// The header with the numbers of the descriptor behind the content (4.3.9), found by its own
    /// statement of how long the content is. Without one the content runs to the next header.
    private ZipHeader described(ZipHeader header, long data) throws InterruptedException {
        long firstHeader = NONE;
        for (long at = data; bytes.has(at, 4); at++) {
            checkInterrupted(at);
            if (bytes.u8(at) != 'P' || bytes.u8(at + 1) != 'K') {
                continue;
            }
            boolean next = bytes.isAt(at, ZipBytes.LOCAL) || bytes.isAt(at, ZipBytes.CENTRAL);
            if (next && distrustDescriptors) {
                return unknown(header, at - data);
            }
            if (bytes.isAt(at, ZipBytes.DESCRIPTOR) && states(at + 4, at - data)) {
                return described(header, at + 4, at - data);
            }
            if (next && states(at - DESCRIPTOR_LENGTH + 4, at - data - DESCRIPTOR_LENGTH + 4)) {
                long numbers = at - DESCRIPTOR_LENGTH + 4;
                return described(header, numbers, numbers - data);
            }
            if (next && firstHeader == NONE) {
                firstHeader = at;
            }
        }
        distrustDescriptors = true;
        return unknown(header, (firstHeader == NONE ? bytes.size() + 1 : firstHeader) - data);
    }

    /// Whether the numbers of a descriptor (checksum, compressed size, size) state this length, in
    /// four bytes or in eight.
    private boolean states(long numbers, long length) {
        if (length < 0 || !bytes.has(numbers, DESCRIPTOR_LENGTH - 4)) {
            return false;
        }
        return bytes.u32(numbers + 4) == length || isZip64(numbers, length);
    }

    private boolean isZip64(long numbers, long length) {
        return bytes.has(numbers, ZIP64_DESCRIPTOR_LENGTH - 4) && bytes.i64(numbers + 4) == length;
    }

    private ZipHeader described(ZipHeader header, long numbers, long length) {
        long size = isZip64(numbers, length) ? bytes.i64(numbers + 12) : bytes.u32(numbers + 8);
        return new ZipHeader(
                header.flags(),
                header.method(),
                length,
                size,
                bytes.u32(numbers),
                header.position());
    }

    private static ZipHeader unknown(ZipHeader header, long length) {
        return new ZipHeader(
                header.flags(),
                header.method(),
                length,
                ZipHeader.UNKNOWN,
                ZipHeader.UNKNOWN,
                header.position());
    }

    private static ZipHeader withRest(ZipHeader header, long rest) {
        return new ZipHeader(
                header.flags(),
                header.method(),
                rest,
                header.hasDescriptor() ? ZipHeader.UNKNOWN : header.size(),
                ZipHeader.UNKNOWN,
                header.position());
    }

    /// Offset of the first local header from an offset on; none once the central directory begins.
    private long next(long from) throws InterruptedException {
        for (long at = from; bytes.has(at, 4); at++) {
            checkInterrupted(at);
            if (bytes.u8(at) != 'P' || bytes.u8(at + 1) != 'K') {
                continue;
            }
            if (bytes.isAt(at, ZipBytes.LOCAL)) {
                return at;
            }
            if (bytes.isAt(at, ZipBytes.CENTRAL) || bytes.isAt(at, ZipBytes.END)) {
                return NONE;
            }
        }
        return NONE;
    }

    private long zip64Extra(long from, long until) {
        long at = from;
        while (at + 4 <= until) {
            long next = at + 4 + bytes.u16(at + 2);
            if (bytes.u16(at) == ZIP64_EXTRA && next <= until && next - at >= 20) {
                return at;
            }
            at = next;
        }
        return NONE;
    }

    /// Whether something like an entry's header lies before an offset: a known version and method,
    /// and a name.
    static boolean liesBefore(ZipBytes bytes, long end) throws InterruptedException {
        for (long at = 0; at < end && bytes.has(at, ZipHeader.LOCAL_LENGTH); at++) {
            checkInterrupted(at);
            if (bytes.u8(at) == 'P'
                    && bytes.isAt(at, ZipBytes.LOCAL)
                    && (bytes.u16(at + 4) & 0xff) <= LAST_VERSION
                    && bytes.u16(at + 8) <= LAST_METHOD
                    && bytes.u16(at + 26) > 0) {
                return true;
            }
        }
        return false;
    }

    private static void checkInterrupted(long at) throws InterruptedException {
        if (at % CHECK_INTERVAL == 0 && Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
