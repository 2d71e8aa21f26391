package io.plimsoll.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a native program or library needs to run.
///
/// Source: the ELF specification (gABI 4.1), "ELF Header", "Program Header", "Dynamic Section".
final class ElfReader {
    private static final int MAGIC = 0x7f454c46;
    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_INTERP = 3;
    private static final int DT_NEEDED = 1;
    private static final int DT_STRTAB = 5;
    private static final int DT_RPATH = 15;
    private static final int DT_RUNPATH = 29;
    private static final int MIB = 1024 * 1024;

    /// Bytes that hold the header and the program headers of real programs.
    private static final int HEAD = 64 * 1024;

    /// Bytes of a program that are read to find its libraries.
    private static final int MOST = 64 * MIB;

    private static final int MOST_ENTRIES = 10_000;

    /// A part of the file and where it lies in memory.
    private record Segment(int type, long offset, long address, long size) {}

    private final ByteBuffer bytes;
    private final boolean wide;
    private final List<Segment> segments = new ArrayList<>();

    private ElfReader(byte[] content) {
        this.wide = content[4] == 2;
        this.bytes =
                ByteBuffer.wrap(content)
                        .order(content[5] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /// Reads a program; empty where it is none, or one that is damaged or too large to tell.
    static Optional<NativeProgram> read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length < 64 || ByteBuffer.wrap(head).getInt() != MAGIC) {
            return Optional.empty();
        }
        try {
            ElfReader reader = new ElfReader(head);
            reader.readSegments();
            if (reader.segments.stream().noneMatch(each -> each.type() == PT_DYNAMIC)) {
                return Optional.of(new NativeProgram("", List.of(), List.of()));
            }
            byte[] rest = in.readNBytes(MOST);
            byte[] all = new byte[head.length + rest.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(rest, 0, all, head.length, rest.length);
            ElfReader whole = new ElfReader(all);
            whole.readSegments();
            return Optional.of(whole.program());
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private void readSegments() {
        int table = Math.toIntExact(wide ? bytes.getLong(32) : bytes.getInt(28));
        int size = bytes.getShort(wide ? 54 : 42) & 0xffff;
        int count = bytes.getShort(wide ? 56 : 44) & 0xffff;
        for (int i = 0; i < count; i++) {
            int at = Math.addExact(table, i * size);
            segments.add(
                    wide
                            ? new Segment(
                                    bytes.getInt(at),
                                    bytes.getLong(at + 8),
                                    bytes.getLong(at + 16),
                                    bytes.getLong(at + 32))
                            : new Segment(
                                    bytes.getInt(at),
                                    bytes.getInt(at + 4) & 0xffffffffL,
                                    bytes.getInt(at + 8) & 0xffffffffL,
                                    bytes.getInt(at + 16) & 0xffffffffL));
        }
    }

    private NativeProgram program() {
        List<Long> needed = new ArrayList<>();
        List<Long> runPaths = new ArrayList<>();
        long names = 0;
        Segment dynamic = segment(PT_DYNAMIC).orElseThrow(IllegalArgumentException::new);
        int step = wide ? 16 : 8;
        int count = Math.toIntExact(Math.min(dynamic.size() / step, MOST_ENTRIES));
        for (int i = 0; i < count; i++) {
            int at = Math.toIntExact(dynamic.offset() + (long) i * step);
            long tag = wide ? bytes.getLong(at) : bytes.getInt(at);
            long value = wide ? bytes.getLong(at + 8) : bytes.getInt(at + 4) & 0xffffffffL;
            if (tag == 0) {
                break;
            } else if (tag == DT_NEEDED) {
                needed.add(value);
            } else if (tag == DT_STRTAB) {
                names = offset(value);
            } else if (tag == DT_RPATH || tag == DT_RUNPATH) {
                runPaths.add(value);
            }
        }
        long table = names;
        String interpreter = segment(PT_INTERP).map(each -> text(each.offset())).orElse("");
        return new NativeProgram(
                interpreter,
                needed.stream().map(each -> text(table + each)).toList(),
                runPaths.stream()
                        .flatMap(each -> List.of(text(table + each).split(":", -1)).stream())
                        .toList());
    }

    private Optional<Segment> segment(int type) {
        return segments.stream().filter(each -> each.type() == type).findFirst();
    }

    private long offset(long address) {
        for (Segment each : segments) {
            boolean inside =
                    each.type() == PT_LOAD
                            && each.address() <= address
                            && address < each.address() + each.size();
            if (inside) {
                return address - each.address() + each.offset();
            }
        }
        throw new IllegalArgumentException("no segment holds the names");
    }

    private String text(long offset) {
        int start = Math.toIntExact(offset);
        int end = start;
        while (bytes.get(end) != 0) {
            end++;
        }
        return new String(bytes.array(), start, end - start, StandardCharsets.UTF_8);
    }
}
