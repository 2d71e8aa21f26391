package io.plimsoll.image.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the stored bytes of a sparse file belong; between them are zeros.
///
/// Source: GNU tar manual, "Storing Sparse Files": the old GNU format (type `S`) and the pax formats
/// 0.0, 0.1 and 1.0.
///
/// @param regions in ascending order, not overlapping
/// @param size bytes of the file with its holes
record SparseMap(List<Region> regions, long size) {
    private static final int MAX_REGIONS = 100_000;
    private static final int MAX_MAP_BYTES = 4 * 1024 * 1024;

    private static final int OLD_REGIONS = 386;
    private static final int OLD_REGIONS_IN_HEADER = 4;
    private static final int OLD_REGIONS_IN_BLOCK = 21;
    private static final int OLD_NUMBER = 12;
    private static final int OLD_EXTENDED = 482;
    private static final int OLD_EXTENDED_IN_BLOCK = 504;
    private static final int OLD_SIZE = 483;

    /// @param offset where in the file
    /// @param length how many stored bytes
    record Region(long offset, long length) {}

    /// The map of an entry of type `S`, whose extension blocks follow the header.
    static SparseMap old(byte[] header, TarInput in) throws IOException, InterruptedException {
        long size = TarBytes.number(header, OLD_SIZE, OLD_NUMBER);
        List<Long> numbers = new ArrayList<>();
        addOld(header, OLD_REGIONS, OLD_REGIONS_IN_HEADER, numbers);
        boolean extended = header[OLD_EXTENDED] != 0;
        byte[] block = new byte[TarHeader.BLOCK];
        while (extended) {
            long at = in.position();
            if (in.takeFully(block, 0, block.length) < block.length) {
                throw TarFormatException.truncated(at, "the archive ends in a sparse map");
            }
            addOld(block, 0, OLD_REGIONS_IN_BLOCK, numbers);
            extended = block[OLD_EXTENDED_IN_BLOCK] != 0;
            checkCount(numbers.size() / 2, at);
        }
        return of(numbers, size, in.position());
    }

    private static void addOld(byte[] block, int start, int count, List<Long> numbers) {
        for (int i = 0; i < count * 2; i += 2) {
            int at = start + i * OLD_NUMBER;
            if (block[at] == 0) {
                return;
            }
            numbers.add(TarBytes.number(block, at, OLD_NUMBER));
            numbers.add(TarBytes.number(block, at + OLD_NUMBER, OLD_NUMBER));
        }
    }

    /// The map that pax records give; nothing where the entry is not sparse. Format 1.0 keeps the
    /// map before the content, from where it is taken.
    static Optional<SparseMap> pax(TarExtensions extensions, TarInput in)
            throws IOException, InterruptedException {
        long at = in.position();
        if (extensions.sparse("major").filter("1"::equals).isPresent()
                && extensions.sparse("minor").filter("0"::equals).isPresent()) {
            long size = extensions.sparseNumber("realsize", at).orElse(-1L);
            return Optional.of(of(leadingMap(in), size, at));
        }
        Optional<Long> size = extensions.sparseNumber("size", at);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> map = extensions.sparse("map");
        if (map.isEmpty()) {
            return Optional.of(of(extensions.sparseNumbers(), size.get(), at));
        }
        List<Long> numbers = new ArrayList<>();
        if (!map.get().isEmpty()) {
            for (String number : map.get().split(",", -1)) {
                numbers.add(TarExtensions.number("GNU.sparse.map", number, at));
            }
        }
        return Optional.of(of(numbers, size.get(), at));
    }

    /// Format 1.0: decimal numbers, one a line, the count of regions first; padded to a block.
    private static List<Long> leadingMap(TarInput in) throws IOException, InterruptedException {
        long start = in.position();
        byte[] block = new byte[TarHeader.BLOCK];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        List<Long> numbers = new ArrayList<>();
        long wanted = 1;
        while (numbers.size() < wanted) {
            long at = in.position();
            if (in.takeFully(block, 0, block.length) < block.length) {
                throw TarFormatException.truncated(at, "the archive ends in a sparse map");
            }
            if (at - start > MAX_MAP_BYTES) {
                throw TarFormatException.malformed(start, "a sparse map is too long");
            }
            for (int i = 0; i < block.length && numbers.size() < wanted; i++) {
                if (block[i] != '\n') {
                    line.write(block[i]);
                    continue;
                }
                String text = line.toString(StandardCharsets.ISO_8859_1);
                numbers.add(TarExtensions.number("sparse map", text, at + i));
                line.reset();
                if (numbers.size() == 1) {
                    checkCount(numbers.getFirst(), start);
                    wanted = 1 + 2 * numbers.getFirst();
                }
            }
        }
        return numbers.subList(1, numbers.size());
    }

    private static void checkCount(long regions, long offset) throws TarFormatException {
        if (regions > MAX_REGIONS) {
            throw TarFormatException.malformed(offset, "a sparse map has too many regions");
        }
    }

    private static SparseMap of(List<Long> numbers, long size, long offset)
            throws TarFormatException {
        checkCount(numbers.size() / 2, offset);
        List<Region> regions = new ArrayList<>();
        long end = 0;
        boolean valid = size >= 0 && numbers.size() % 2 == 0;
        for (int i = 0; valid && i < numbers.size(); i += 2) {
            long start = numbers.get(i);
            long length = numbers.get(i + 1);
            valid = start >= end && length >= 0 && start <= size && length <= size - start;
            end = start + length;
            if (length > 0) {
                regions.add(new Region(start, length));
            }
        }
        if (!valid) {
            throw TarFormatException.malformed(offset, "a sparse map contradicts itself");
        }
        return new SparseMap(regions, size);
    }

    /// How many bytes are stored.
    long stored() {
        long sum = 0;
        for (Region region : regions) {
            sum += region.length();
        }
        return sum;
    }
}
