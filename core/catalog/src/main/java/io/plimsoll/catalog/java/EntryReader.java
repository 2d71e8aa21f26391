package io.plimsoll.catalog.java;

import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.Limit;
import io.plimsoll.model.ProblemKind;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/// Gives the content of the entries of one archive, within what may be expanded.
final class EntryReader {
    private final ZipBytes bytes;
    private final Expansion expansion;
    private final ArchiveProblems problems;

    EntryReader(ZipBytes bytes, Expansion expansion, ArchiveProblems problems) {
        this.bytes = bytes;
        this.expansion = expansion;
        this.problems = problems;
    }

    /// The first bytes of an entry that is text; empty where it cannot be read, which is then a
    /// problem.
    byte[] beginning(ZipEntry entry, int most) throws InterruptedException {
        ArchiveProblems here = problems.at(path(entry));
        Optional<ZipBytes> content = content(entry, here);
        if (content.isEmpty()) {
            return new byte[0];
        }
        if (entry.header().method() == ZipHeader.STORED) {
            byte[] copy = new byte[Math.toIntExact(Math.min(most, content.get().size()))];
            content.get().copy(0, copy, copy.length);
            return copy;
        }
        Inflation inflation = new Inflation(content.get());
        inflation.run(most, expansion);
        report(inflation, entry, most, here);
        return Arrays.copyOf(inflation.output(), inflation.length());
    }

    /// The whole of an entry that is an archive: a part of this archive where it is stored, otherwise
    /// inflated into memory, which the caller gives back with {@link #close}.
    Optional<ZipBytes> open(ZipEntry entry) throws InterruptedException {
        ArchiveProblems here = problems.at(path(entry));
        Optional<ZipBytes> content = content(entry, here);
        if (content.isEmpty() || entry.header().method() == ZipHeader.STORED) {
            return content;
        }
        long stated = entry.header().size();
        if (stated > expansion.memory()) {
            here.limit(Limit.MEMORY_FILE, stated + " bytes when inflated");
            return Optional.empty();
        }
        if (stated > expansion.left()) {
            here.limit(expansion.bound(), stated + " bytes when inflated");
            return Optional.empty();
        }
        long most = stated < 0 ? expansion.memory() : stated;
        Inflation inflation = new Inflation(content.get());
        inflation.run(most, expansion);
        report(inflation, entry, most, here);
        expansion.hold(inflation.output().length);
        MemorySegment all = MemorySegment.ofArray(inflation.output());
        return Optional.of(new ZipBytes(all.asSlice(0, inflation.length())));
    }

    /// Gives back the memory of an archive that was opened.
    void close(ZipEntry entry, ZipBytes content) {
        if (entry.header().method() != ZipHeader.STORED) {
            content.segment()
                    .heapBase()
                    .ifPresent(held -> expansion.release(((byte[]) held).length));
        }
    }

    String path(ZipEntry entry) {
        return problems.path() + Evidence.INSIDE + entry.name();
    }

    /// The bytes of an entry as they lie in the archive.
    private Optional<ZipBytes> content(ZipEntry entry, ArchiveProblems here) {
        ZipHeader header = entry.header();
        long at = header.position();
        if (header.isEncrypted()) {
            here.add(ProblemKind.ENCRYPTED, at, "the content is encrypted");
            return Optional.empty();
        }
        if (header.method() != ZipHeader.STORED && header.method() != ZipHeader.DEFLATED) {
            here.add(ProblemKind.UNSUPPORTED, at, "compression method " + header.method());
            return Optional.empty();
        }
        if (!bytes.has(at, ZipHeader.LOCAL_LENGTH) || !bytes.isAt(at, ZipBytes.LOCAL)) {
            here.add(ProblemKind.MALFORMED, at, "no local header of the entry");
            return Optional.empty();
        }
        long data = at + ZipHeader.LOCAL_LENGTH + bytes.u16(at + 26) + bytes.u16(at + 28);
        if (!bytes.has(data, 0) || header.compressedSize() < 0) {
            here.add(ProblemKind.TRUNCATED, at, "the archive ends before the entry's content");
            return Optional.empty();
        }
        long length = Math.min(header.compressedSize(), bytes.size() - data);
        if (length < header.compressedSize()) {
            here.add(ProblemKind.TRUNCATED, data, "the archive ends inside the entry's content");
        }
        return Optional.of(bytes.slice(data, length));
    }

    private void report(Inflation inflation, ZipEntry entry, long most, ArchiveProblems here) {
        long at = entry.header().position();
        switch (inflation.end()) {
            case COMPLETE -> checkSum(inflation, entry, here);
            case FULL -> {
                if (inflation.length() < most) {
                    here.limit(expansion.bound(), inflation.length() + " bytes inflated");
                } else if (most == entry.header().size()) {
                    here.add(ProblemKind.MALFORMED, at, "more than its size, " + most + " bytes");
                } else if (entry.header().size() < 0) {
                    here.limit(Limit.MEMORY_FILE, inflation.length() + " bytes inflated");
                }
            }
            case CUT -> here.add(ProblemKind.TRUNCATED, at, "the compressed content has no end");
            case BROKEN ->
                    here.add(
                            ProblemKind.MALFORMED,
                            at,
                            "not deflated: " + ProblemList.quote(inflation.reason()));
        }
    }

    private static void checkSum(Inflation inflation, ZipEntry entry, ArchiveProblems here) {
        CRC32 sum = new CRC32();
        sum.update(inflation.output(), 0, inflation.length());
        long stated = entry.header().crc();
        if (stated != ZipHeader.UNKNOWN && stated != sum.getValue()) {
            String reason = "checksum %08x, not %08x as stated".formatted(sum.getValue(), stated);
            here.add(ProblemKind.MISMATCH, entry.header().position(), reason);
        }
    }
}
