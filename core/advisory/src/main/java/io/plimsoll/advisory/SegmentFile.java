package io.plimsoll.advisory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A segment's bytes: a magic, a count, and that many tables one behind the other.
final class SegmentFile {
    /// `PLIMSEG` and the format's version.
    private static final byte[] MAGIC = "PLIMSEG1".getBytes(StandardCharsets.US_ASCII);

    private SegmentFile() {}

    /// Begins a segment of this many tables.
    static ByteWriter begin(int tables) {
        ByteWriter writer = new ByteWriter();
        writer.writeRaw(MAGIC, 0, MAGIC.length);
        writer.writeInt(tables);
        return writer;
    }

    /// Maps a file and opens its tables. The mapping lives as long as the arena.
    ///
    /// @param least so many tables its kind has
    /// @throws AdvisoryStoreException if the file is no segment of this format
    static List<Table> open(Path file, int least, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment segment =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            byte[] start =
                    segment.asSlice(0, Math.min(MAGIC.length, segment.byteSize()))
                            .toArray(ValueLayout.JAVA_BYTE);
            if (!Arrays.equals(start, MAGIC)) {
                throw new AdvisoryStoreException(
                        file
                                + " is not an advisory segment of this version; run `plimsoll db update`");
            }
            List<Table> tables = tables(segment);
            if (tables.size() < least) {
                throw new MalformedSegmentException(
                        tables.size() + " tables where there are at least " + least);
            }
            return tables;
        } catch (IndexOutOfBoundsException | MalformedSegmentException broken) {
            throw new AdvisoryStoreException(
                    file + " is cut short or damaged; `plimsoll db verify` checks the store",
                    broken);
        }
    }

    private static List<Table> tables(MemorySegment segment) {
        int count = intAt(segment, MAGIC.length);
        List<Table> tables = new ArrayList<>();
        long offset = (long) MAGIC.length + Integer.BYTES;
        for (int i = 0; i < count; i++) {
            tables.add(Table.open(segment, offset));
            offset = Table.endOf(segment, offset);
        }
        return tables;
    }

    /// A big-endian number. Copied, since the handle that reads one in place takes 8 ms to make in a
    /// cold JVM.
    static int intAt(MemorySegment segment, long offset) {
        return new ByteReader(segment.asSlice(offset, Integer.BYTES).toArray(ValueLayout.JAVA_BYTE))
                .readInt();
    }
}
