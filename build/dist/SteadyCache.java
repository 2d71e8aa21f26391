import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Makes one class cache out of two creations of it, which are the same but for the clock: each
/// `SoftReference` in the archived heap holds the milliseconds for which the machine was up. They
/// become 0, "not used since the machine started", and the checksums are set anew.
///
/// All that is taken for granted is checked: each other difference, a checksum that does not come
/// out, or a clock that runs backwards ends it with 1. Layout: `CDSFileMapHeaderBase` and
/// `CDSFileMapRegion` in OpenJDK's `cds.h`, little-endian.
///
/// Usage: `java SteadyCache.java FIRST SECOND OUTPUT`, the second made after the first
final class SteadyCache {
    private static final int HEADER_CRC = 4;
    private static final int HEADER_SIZE = 12;
    private static final int AFTER_HEADER_SIZE = 16;

    /// From the checksum of a region to its place in the file and to its size in bytes.
    private static final int TO_OFFSET = 24;

    private static final int TO_USED = 40;

    /// The two were made one right after the other.
    private static final long LONGEST_MILLIS = 3_600_000;

    private final ByteBuffer first;
    private final ByteBuffer second;

    private SteadyCache(byte[] first, byte[] second) {
        this.first = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
        this.second = ByteBuffer.wrap(second).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static void main(String[] arguments) throws IOException {
        byte[] first = Files.readAllBytes(Path.of(arguments[0]));
        byte[] second = Files.readAllBytes(Path.of(arguments[1]));
        try {
            int clocks = new SteadyCache(first, second).settle();
            Files.write(Path.of(arguments[2]), first);
            System.out.println(clocks + " clocks set to 0 in " + arguments[2]);
        } catch (IllegalStateException different) {
            System.err.println(arguments[0] + " and " + arguments[1] + ": " + different.getMessage());
            System.exit(1);
        }
    }

    private int settle() {
        require(first.capacity() == second.capacity(), "they differ in size", 0);
        int header = first.getInt(HEADER_SIZE);
        List<Integer> regions = differentRegions(header);
        require(headerCrc(header) == first.getInt(HEADER_CRC), "the header's checksum is wrong", 4);
        int clocks = 0;
        for (int at = header; at < first.capacity(); at += Long.BYTES) {
            if (first.getLong(at) != second.getLong(at)) {
                requireClock(at, regions);
                first.putLong(at, 0);
                clocks++;
            }
        }
        regions.forEach(region -> first.putInt(region, regionCrc(region)));
        first.putInt(HEADER_CRC, headerCrc(header));
        return clocks;
    }

    /// Where the header holds the checksums that differ.
    private List<Integer> differentRegions(int header) {
        List<Integer> regions = new ArrayList<>();
        for (int at = AFTER_HEADER_SIZE; at < header; at += Integer.BYTES) {
            if (first.getInt(at) != second.getInt(at)) {
                boolean fits =
                        first.getLong(at + TO_OFFSET) >= header
                                && first.getLong(at + TO_OFFSET) + first.getLong(at + TO_USED)
                                        <= first.capacity();
                require(fits && first.getInt(at) == regionCrc(at), "they differ in the header", at);
                regions.add(at);
            }
        }
        return regions;
    }

    private void requireClock(int at, List<Integer> regions) {
        long passed = second.getLong(at) - first.getLong(at);
        boolean inside =
                regions.stream()
                        .anyMatch(
                                region ->
                                        at >= first.getLong(region + TO_OFFSET)
                                                && at
                                                        < first.getLong(region + TO_OFFSET)
                                                                + first.getLong(region + TO_USED));
        require(
                inside && first.getLong(at) >= 0 && passed > 0 && passed < LONGEST_MILLIS,
                "they differ in more than the clock",
                at);
    }

    private int regionCrc(int region) {
        return crc(
                Math.toIntExact(first.getLong(region + TO_OFFSET)),
                Math.toIntExact(first.getLong(region + TO_USED)));
    }

    private int headerCrc(int header) {
        return crc(AFTER_HEADER_SIZE, header - AFTER_HEADER_SIZE);
    }

    private int crc(int offset, int size) {
        CRC32 crc = new CRC32();
        crc.update(first.array(), offset, size);
        return (int) crc.getValue();
    }

    private static void require(boolean condition, String otherwise, int at) {
        if (!condition) {
            throw new IllegalStateException(otherwise + ", at byte " + at);
        }
    }
}
