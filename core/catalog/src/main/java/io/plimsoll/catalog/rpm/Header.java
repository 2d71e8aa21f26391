package io.plimsoll.catalog.rpm;

import io.plimsoll.model.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The header of one package: an index of tags, then their data. In the databases it stands without
/// the eight bytes of magic that it has in a package file.
///
/// Source: <https://rpm-software-management.github.io/rpm/manual/format_header.html>; rpm 4.18,
/// `lib/header.c`, `include/rpm/rpmtag.h`.
final class Header {
    static final int NAME = 1000;
    static final int VERSION = 1001;
    static final int RELEASE = 1002;
    static final int EPOCH = 1003;
    static final int LICENSE = 1014;
    static final int ARCH = 1022;
    static final int OLD_FILE_NAMES = 1027;
    static final int SOURCE_RPM = 1044;
    static final int PROVIDE_NAME = 1047;
    static final int REQUIRE_FLAGS = 1048;
    static final int REQUIRE_NAME = 1049;
    static final int REQUIRE_VERSION = 1050;
    static final int PROVIDE_FLAGS = 1112;
    static final int PROVIDE_VERSION = 1113;
    static final int DIR_INDEXES = 1116;
    static final int BASE_NAMES = 1117;
    static final int DIR_NAMES = 1118;
    static final int MODULARITY_LABEL = 5096;

    private static final int INTRO_SIZE = 8;
    private static final int ENTRY_SIZE = 16;
    private static final int MAX_ENTRIES = 0xffff;
    private static final int TYPE_INT32 = 4;
    private static final int TYPE_STRING = 6;
    private static final int TYPE_STRING_ARRAY = 8;
    private static final int TYPE_I18N_STRING = 9;
    private static final int NONE = -1;

    private final Bytes index;
    private final int entries;
    private final Bytes data;

    /// @throws DamagedException if the index or the data are not all there
    Header(Bytes bytes) throws DamagedException {
        this.entries = bytes.count(0);
        int dataLength = bytes.count(4);
        if (entries == 0 || entries > MAX_ENTRIES) {
            throw bytes.damaged(0, "a header of " + entries + " tags");
        }
        int dataStart = INTRO_SIZE + entries * ENTRY_SIZE;
        long missing = (long) dataStart + dataLength - bytes.length();
        if (missing > 0) {
            throw new DamagedException(
                    ProblemKind.TRUNCATED,
                    "a header of %d tags and %d bytes of data lacks %d bytes"
                            .formatted(entries, dataLength, missing));
        }
        this.index = bytes.part(INTRO_SIZE, entries * ENTRY_SIZE);
        this.data = bytes.part(dataStart, dataLength);
    }

    /// The length of the whole header, in bytes.
    int length() {
        return INTRO_SIZE + index.length() + data.length();
    }

    boolean has(int tag) throws DamagedException {
        return find(tag) != NONE;
    }

    /// The string of a tag, the first of several; empty where the header lacks it.
    String string(int tag) throws DamagedException {
        int entry = findStrings(tag);
        if (entry == NONE || index.i32(entry + 12) == 0) {
            return "";
        }
        int start = index.i32(entry + 8);
        return data.text(start, data.indexOfNul(start) - start, StandardCharsets.UTF_8);
    }

    /// All strings of a tag; empty where the header lacks it.
    List<String> strings(int tag) throws DamagedException {
        int entry = findStrings(tag);
        if (entry == NONE) {
            return List.of();
        }
        int count = index.count(entry + 12);
        int start = index.i32(entry + 8);
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int end = data.indexOfNul(start);
            strings.add(data.text(start, end - start, StandardCharsets.UTF_8));
            start = end + 1;
        }
        return strings;
    }

    /// All numbers of a tag; empty where the header lacks it.
    int[] numbers(int tag) throws DamagedException {
        int entry = find(tag);
        if (entry == NONE) {
            return new int[0];
        }
        expect(tag, index.i32(entry + 4) == TYPE_INT32, entry);
        Bytes part = data.part(index.i32(entry + 8), bytesOf(index.count(entry + 12)));
        int[] numbers = new int[part.length() / Integer.BYTES];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = part.i32(i * Integer.BYTES);
        }
        return numbers;
    }

    private int bytesOf(int numbers) throws DamagedException {
        if (numbers > data.length() / Integer.BYTES) {
            throw new DamagedException(
                    "%d numbers in a header with %d bytes of data"
                            .formatted(numbers, data.length()));
        }
        return numbers * Integer.BYTES;
    }

    private int findStrings(int tag) throws DamagedException {
        int entry = find(tag);
        if (entry != NONE) {
            int type = index.i32(entry + 4);
            boolean string =
                    type == TYPE_STRING || type == TYPE_STRING_ARRAY || type == TYPE_I18N_STRING;
            expect(tag, string, entry);
        }
        return entry;
    }

    private void expect(int tag, boolean right, int entry) throws DamagedException {
        if (!right) {
            throw index.damaged(entry, "tag %d has type %d".formatted(tag, index.i32(entry + 4)));
        }
    }

    /// The last entry of a tag. What rpm added at installation stands behind what the package brought
    /// and replaces it.
    private int find(int tag) throws DamagedException {
        for (int i = entries - 1; i >= 0; i--) {
            if (index.i32(i * ENTRY_SIZE) == tag) {
                return i * ENTRY_SIZE;
            }
        }
        return NONE;
    }
}
