package io.plimsoll.catalog.rpm;

import io.plimsoll.model.ProblemKind;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.BitSet;

/// Reads a Berkeley DB hash file of either byte order. Values are taken from all hash pages in the
/// order of the file, not bucket by bucket: a broken bucket chain hides nothing.
///
/// Source: Berkeley DB 5.3, `src/dbinc/db_page.h`.
final class BerkeleyReader implements DatabaseReader {
    private static final int META_SIZE = 72 + 20 + 32 * 4;
    private static final int HASH_MAGIC = 0x061561;
    private static final int BTREE_MAGIC = 0x053162;
    private static final int MIN_PAGE_SIZE = 512;
    private static final int MAX_PAGE_SIZE = 64 * 1024;
    private static final int CHECKSUM_FLAG = 1;

    private static final int PAGE_HEADER = 26;
    private static final int PAGE_HEADER_WITH_CHECKSUM = 32;
    private static final int PAGE_HASH_UNSORTED = 2;
    private static final int PAGE_OVERFLOW = 7;
    private static final int PAGE_HASH = 13;

    private static final int ITEM_INLINE = 1;
    private static final int ITEM_OFF_PAGE = 3;
    private static final int OFF_PAGE_SIZE = 12;

    @Override
    public void read(MemorySegment file, HeaderCollector collector)
            throws DamagedException, InterruptedException {
        new Run(file, meta(file), collector).read();
    }

    private static Meta meta(MemorySegment file) throws DamagedException {
        Bytes bytes = Bytes.of(file, 0, META_SIZE, ByteOrder.LITTLE_ENDIAN);
        if (Integer.reverseBytes(bytes.i32(12)) == HASH_MAGIC
                || Integer.reverseBytes(bytes.i32(12)) == BTREE_MAGIC) {
            bytes = Bytes.of(file, 0, META_SIZE, ByteOrder.BIG_ENDIAN);
        }
        int magic = bytes.i32(12);
        if (magic == BTREE_MAGIC) {
            throw new DamagedException(
                    ProblemKind.UNSUPPORTED, "byte 12: a Berkeley DB tree instead of a hash");
        }
        if (magic != HASH_MAGIC) {
            throw bytes.damaged(12, "no Berkeley DB hash, its mark is 0x%08x".formatted(magic));
        }
        int pageSize = bytes.i32(20);
        if (pageSize < MIN_PAGE_SIZE
                || pageSize > MAX_PAGE_SIZE
                || Integer.bitCount(pageSize) != 1) {
            throw bytes.damaged(20, "page size " + pageSize);
        }
        if (bytes.u8(24) != 0) {
            throw new DamagedException(ProblemKind.ENCRYPTED, "byte 24: the database is encrypted");
        }
        boolean checksums = (bytes.u8(26) & CHECKSUM_FLAG) != 0;
        return new Meta(
                bytes.order(),
                pageSize,
                bytes.u32(32),
                bytes.u32(88),
                checksums ? PAGE_HEADER_WITH_CHECKSUM : PAGE_HEADER);
    }

    /// @param lastPage number of the last page, the first is 0
    /// @param records how many records the hash holds, the counter of headers included
    /// @param pageHeader bytes before the content of a page
    private record Meta(
            ByteOrder order, int pageSize, long lastPage, long records, int pageHeader) {}

    /// One reading of one file.
    private static final class Run {
        private final MemorySegment file;
        private final Meta meta;
        private final HeaderCollector collector;
        private final BitSet used = new BitSet();
        private long records;

        Run(MemorySegment file, Meta meta, HeaderCollector collector) {
            this.file = file;
            this.meta = meta;
            this.collector = collector;
        }

        void read() throws InterruptedException {
            long there = file.byteSize() / meta.pageSize;
            for (int number = 1; number < there && !collector.isFull(); number++) {
                HeaderCollector.checkInterrupted();
                try {
                    Bytes page = page(number);
                    int type = page.u8(25);
                    if (type == PAGE_HASH || type == PAGE_HASH_UNSORTED) {
                        readHashPage(page, number);
                    }
                } catch (DamagedException e) {
                    collector.add(e);
                }
            }
            checkWhole(there);
        }

        private void checkWhole(long there) {
            if (meta.lastPage >= there) {
                collector.add(
                        new DamagedException(
                                ProblemKind.TRUNCATED,
                                "byte %d: the file ends, but has %d pages of %d bytes"
                                        .formatted(
                                                file.byteSize(),
                                                meta.lastPage + 1,
                                                meta.pageSize)));
            }
            if (records < meta.records && !collector.isFull()) {
                collector.add(
                        new DamagedException(
                                ProblemKind.MISMATCH,
                                "byte 88: %d records stated, %d found"
                                        .formatted(meta.records, records)));
            }
        }

        /// A page of a chain, which no other chain may take.
        private Bytes take(long number) throws DamagedException {
            long offset = number * meta.pageSize;
            if (number >= file.byteSize() / meta.pageSize) {
                throw new DamagedException(
                        ProblemKind.TRUNCATED,
                        "byte %d: the file ends before page %d".formatted(offset, number));
            }
            if (used.get(Math.toIntExact(number))) {
                throw new DamagedException(
                        "byte %d: page %d is used twice".formatted(offset, number));
            }
            used.set(Math.toIntExact(number));
            return page(number);
        }

        private Bytes page(long number) throws DamagedException {
            return Bytes.of(file, number * meta.pageSize, meta.pageSize, meta.order);
        }

        /// Items of a page: their offsets stand behind the page header, key and value in turn; their
        /// bytes are laid down from the end of the page.
        private void readHashPage(Bytes page, int number)
                throws DamagedException, InterruptedException {
            if (page.u32(8) != number) {
                throw page.damaged(8, "page %d says it is %d".formatted(number, page.u32(8)));
            }
            int items = page.u16(20);
            int unclaimed = meta.pageSize;
            for (int i = 0; i + 1 < items && !collector.isFull(); i += 2) {
                records++;
                try {
                    unclaimed -= end(page, i + 1) - start(page, i + 1);
                    if (unclaimed < 0) {
                        throw page.damaged(0, "items overlap");
                    }
                    if (!isCounter(page, i)) {
                        readValue(page, i + 1);
                    }
                } catch (DamagedException e) {
                    collector.add(e);
                }
            }
        }

        private int start(Bytes page, int item) throws DamagedException {
            return page.u16(meta.pageHeader + 2 * item);
        }

        private int end(Bytes page, int item) throws DamagedException {
            return item == 0 ? meta.pageSize : start(page, item - 1);
        }

        /// Whether the key is 0: rpm keeps the number of the last header there.
        private boolean isCounter(Bytes page, int item) throws DamagedException {
            int start = start(page, item);
            return page.u8(start) == ITEM_INLINE
                    && end(page, item) - start == 1 + Integer.BYTES
                    && page.i32(start + 1) == 0;
        }

        private void readValue(Bytes page, int item) throws DamagedException, InterruptedException {
            int start = start(page, item);
            int type = page.u8(start);
            long offset = page.offset(start);
            switch (type) {
                case ITEM_INLINE -> {
                    int length = end(page, item) - start - 1;
                    Assembly value = new Assembly(length, "byte " + offset);
                    value.add(page, start + 1, length);
                    collector.add(value.bytes(), offset);
                }
                case ITEM_OFF_PAGE -> {
                    Bytes reference = page.part(start, OFF_PAGE_SIZE);
                    collector.add(chain(reference.u32(4), reference.u32(8), offset), offset);
                }
                default -> throw page.damaged(start, "item of type " + type);
            }
        }

        /// Follows a chain of overflow pages. A page belongs to one chain, so that a circle or two
        /// chains that meet end here.
        private Bytes chain(long first, long length, long offset) throws DamagedException {
            Assembly value = new Assembly(length, "byte " + offset);
            long number = first;
            while (value.missing() > 0) {
                Bytes page = take(number);
                int count = page.u16(22);
                if (page.u8(25) != PAGE_OVERFLOW || count == 0) {
                    throw page.damaged(25, "no overflow page, its type is " + page.u8(25));
                }
                value.add(page, meta.pageHeader, Math.min(count, value.missing()));
                number = page.u32(16);
            }
            return value.bytes();
        }
    }
}
