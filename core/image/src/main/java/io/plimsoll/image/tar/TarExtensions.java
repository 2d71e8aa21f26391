package io.plimsoll.image.tar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What extended headers say about the entry that follows them: pax records and GNU long names.
///
/// Source: POSIX.1-2017, `pax`, "pax Extended Header": records of `length key=value\n`, the length
/// counting the record as a whole. GNU tar manual, "Storing Sparse Files".
final class TarExtensions {
    private static final String SPARSE = "GNU.sparse.";
    private static final int MAX_LENGTH_DIGITS = 8;
    private static final int MAX_NUMBER_DIGITS = 18;

    private final Map<String, String> records = new HashMap<>();
    private final List<Long> sparseNumbers = new ArrayList<>();
    private String longName = "";
    private String longLink = "";

    /// Takes the records of one pax header. A header that follows another replaces it.
    ///
    /// @param offset where the records begin in the archive
    void readPax(byte[] bytes, long offset) throws TarFormatException {
        records.clear();
        sparseNumbers.clear();
        int at = 0;
        while (at < bytes.length && bytes[at] != 0) {
            int blank = at;
            int length = 0;
            while (blank < bytes.length && bytes[blank] >= '0' && bytes[blank] <= '9') {
                length = length * 10 + (bytes[blank++] - '0');
                if (blank - at > MAX_LENGTH_DIGITS) {
                    throw malformed(offset + at, "a pax record's length has too many digits");
                }
            }
            int end = at + length;
            if (blank == at || blank >= bytes.length || bytes[blank] != ' ' || end <= blank + 1) {
                throw malformed(offset + at, "a pax record does not begin with its length");
            }
            if (end > bytes.length || bytes[end - 1] != '\n') {
                throw malformed(offset + at, "a pax record of " + length + " bytes does not end");
            }
            record(bytes, blank + 1, end - 1, offset);
            at = end;
        }
    }

    private void record(byte[] bytes, int start, int end, long offset) throws TarFormatException {
        int equals = start;
        while (equals < end && bytes[equals] != '=') {
            equals++;
        }
        if (equals == end) {
            throw malformed(offset + start, "a pax record has no '='");
        }
        String key = TarBytes.decode(bytes, start, equals - start);
        if (!isKnown(key)) {
            return;
        }
        String value = TarBytes.decode(bytes, equals + 1, end - equals - 1);
        if (key.equals(SPARSE + "offset") || key.equals(SPARSE + "numbytes")) {
            sparseNumbers.add(number(key, value, offset + start));
        } else {
            records.put(key, value);
        }
    }

    private static boolean isKnown(String key) {
        return switch (key) {
            case "path", "linkpath", "size", "uid", "gid", "mtime" -> true;
            default -> key.startsWith(SPARSE);
        };
    }

    void longName(String name) {
        longName = name;
    }

    void longLink(String link) {
        longLink = link;
    }

    /// The keys that would change what an entry is, sorted. A time does not.
    List<String> keys() {
        return records.keySet().stream().filter(key -> !key.equals("mtime")).sorted().toList();
    }

    /// The name of the entry: a GNU long name before pax, as Go's reader has it.
    String name(TarHeader header) {
        if (!longName.isEmpty()) {
            return longName;
        }
        String sparseName = records.getOrDefault(SPARSE + "name", "");
        if (!sparseName.isEmpty()) {
            return sparseName;
        }
        String path = records.getOrDefault("path", "");
        return path.isEmpty() ? header.name() : path;
    }

    String link(TarHeader header) {
        if (!longLink.isEmpty()) {
            return longLink;
        }
        String path = records.getOrDefault("linkpath", "");
        return path.isEmpty() ? header.link() : path;
    }

    long size(TarHeader header) throws TarFormatException {
        return numberOr("size", header.size(), header.offset());
    }

    long uid(TarHeader header) throws TarFormatException {
        return numberOr("uid", header.uid(), header.offset());
    }

    long gid(TarHeader header) throws TarFormatException {
        return numberOr("gid", header.gid(), header.offset());
    }

    /// Whole seconds: a pax time may have a fraction. One that is no number counts as not written.
    long modified(TarHeader header) {
        String value = records.getOrDefault("mtime", "");
        int digits = 0;
        while (digits < value.length()
                && digits < MAX_NUMBER_DIGITS
                && value.charAt(digits) >= '0'
                && value.charAt(digits) <= '9') {
            digits++;
        }
        return digits == 0 ? header.modified() : Long.parseLong(value.substring(0, digits));
    }

    /// The value of `GNU.sparse.` plus the key.
    Optional<String> sparse(String key) {
        return Optional.ofNullable(records.get(SPARSE + key));
    }

    /// The value of `GNU.sparse.` plus the key as a number.
    Optional<Long> sparseNumber(String key, long offset) throws TarFormatException {
        String value = records.get(SPARSE + key);
        return value == null ? Optional.empty() : Optional.of(number(key, value, offset));
    }

    /// The offsets and lengths of format 0.0, in turn.
    List<Long> sparseNumbers() {
        return sparseNumbers;
    }

    private long numberOr(String key, long other, long offset) throws TarFormatException {
        String value = records.getOrDefault(key, "");
        return value.isEmpty() ? other : number(key, value, offset);
    }

    /// A decimal number without a sign. Fractions, as in times, are not expected of the keys here.
    static long number(String key, String value, long offset) throws TarFormatException {
        boolean valid = !value.isEmpty() && value.length() <= MAX_NUMBER_DIGITS;
        for (int i = 0; valid && i < value.length(); i++) {
            valid = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        if (!valid) {
            throw malformed(offset, "'" + key + "' is no number");
        }
        return Long.parseLong(value);
    }

    private static TarFormatException malformed(long offset, String what) {
        return TarFormatException.malformed(offset, what);
    }
}
