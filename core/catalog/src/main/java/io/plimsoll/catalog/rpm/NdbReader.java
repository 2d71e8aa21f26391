package io.plimsoll.catalog.rpm;

import io.plimsoll.model.ProblemKind;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Adler32;

/// Reads rpm's own database: slots at the front, each pointing to a blob with one header. All
/// numbers are little-endian.
///
/// Source: rpm 4.18, `lib/backend/ndb/rpmpkg.c`.
final class NdbReader implements DatabaseReader {
    private static final int MAGIC = mark("RpmP");
    private static final int SLOT_MAGIC = mark("Slot");
    private static final int BLOB_MAGIC = mark("BlbS");
    private static final int BLOB_END_MAGIC = mark("BlbE");
    private static final int VERSION = 0;
    private static final int HEADER_SIZE = 32;
    private static final int PAGE_SIZE = 4096;
    private static final int SLOT_SIZE = 16;
    private static final int BLOCK_SIZE = 16;
    private static final int BLOB_HEAD = 16;
    private static final int BLOB_TAIL = 12;

    @Override
    public void read(MemorySegment file, HeaderCollector collector)
            throws DamagedException, InterruptedException {
        Bytes header = little(file, 0, HEADER_SIZE);
        if (header.i32(0) != MAGIC) {
            throw header.damaged(0, "no rpm database, its mark is 0x%08x".formatted(header.i32(0)));
        }
        if (header.i32(4) != VERSION) {
            throw new DamagedException(
                    ProblemKind.UNSUPPORTED, "byte 4: version " + header.u32(4) + " of the format");
        }
        long slotPages = header.u32(12);
        long end = slotPages * PAGE_SIZE;
        if (slotPages == 0) {
            throw header.damaged(12, "no pages of slots");
        }
        if (end > file.byteSize()) {
            collector.add(
                    new DamagedException(
                            ProblemKind.TRUNCATED,
                            "byte %d: the file ends within its %d pages of slots"
                                    .formatted(file.byteSize(), slotPages)));
            end = file.byteSize();
        }
        readSlots(file, end, collector);
    }

    private static void readSlots(MemorySegment file, long end, HeaderCollector collector)
            throws InterruptedException {
        Set<Integer> seen = new HashSet<>();
        for (long at = HEADER_SIZE; at + SLOT_SIZE <= end && !collector.isFull(); at += SLOT_SIZE) {
            if (at % PAGE_SIZE == 0) {
                HeaderCollector.checkInterrupted();
            }
            try {
                Bytes slot = little(file, at, SLOT_SIZE);
                if (slot.i32(0) != SLOT_MAGIC) {
                    throw slot.damaged(0, "no slot");
                }
                if (slot.i32(8) != 0) {
                    if (!seen.add(slot.i32(4))) {
                        throw slot.damaged(0, "a second slot of package " + slot.u32(4));
                    }
                    readBlob(file, slot, collector);
                }
            } catch (DamagedException e) {
                collector.add(e);
            }
        }
    }

    private static void readBlob(MemorySegment file, Bytes slot, HeaderCollector collector)
            throws DamagedException, InterruptedException {
        long offset = slot.u32(8) * BLOCK_SIZE;
        long size = slot.u32(12) * BLOCK_SIZE;
        if (size < BLOB_HEAD + BLOB_TAIL || size > Assembly.MAX_LENGTH) {
            throw slot.damaged(12, "a blob of " + size + " bytes");
        }
        Bytes blob = little(file, offset, Math.toIntExact(size));
        if (blob.i32(0) != BLOB_MAGIC || blob.i32(4) != slot.i32(4)) {
            throw blob.damaged(0, "no blob of package " + slot.u32(4));
        }
        int length = blob.count(12);
        if (length > size - BLOB_HEAD - BLOB_TAIL) {
            throw blob.damaged(12, "%d bytes in a blob of %d".formatted(length, size));
        }
        int tail = blob.length() - BLOB_TAIL;
        if (blob.i32(tail + 8) != BLOB_END_MAGIC) {
            collector.add(blob.damaged(tail + 8, "no end of a blob"));
        } else if (blob.i32(tail) != adler32(blob, tail)) {
            collector.add(
                    new DamagedException(
                            ProblemKind.MISMATCH,
                            "byte %d: wrong checksum of a blob".formatted(blob.offset(tail))));
        }
        collector.add(blob.part(BLOB_HEAD, length).bigEndian(), offset);
    }

    private static int adler32(Bytes blob, int length) throws DamagedException {
        Adler32 adler = new Adler32();
        blob.update(adler, length);
        return (int) adler.getValue();
    }

    private static Bytes little(MemorySegment file, long offset, int length)
            throws DamagedException {
        return Bytes.of(file, offset, length, ByteOrder.LITTLE_ENDIAN);
    }

    private static int mark(String text) {
        return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
    }
}
