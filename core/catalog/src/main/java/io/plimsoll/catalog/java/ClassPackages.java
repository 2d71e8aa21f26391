package io.plimsoll.catalog.java;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts the classes of each Java package of an archive by the names of its entries. An
/// application's own classes below `BOOT-INF/classes` and `WEB-INF/classes` and the classes of a
/// multi-release archive count for the package they are loaded as.
final class ClassPackages {
    /// The largest shaded archives have some 5,000 packages.
    private static final int MOST_PACKAGES = 16_384;

    private static final int LONGEST_NAME = 255;
    private static final int NAMED = 3;
    private static final int ROOT_PARTS = 3;
    private static final List<byte[]> OWN =
            List.of(ascii("BOOT-INF/classes/"), ascii("WEB-INF/classes/"));
    private static final byte[] RELEASES = ascii("META-INF/versions/");

    private final Map<String, Count> packages = new TreeMap<>();
    private byte[] lastFolder = new byte[0];
    private Count last = new Count();
    private long total;

    /// Counts a class.
    ///
    /// @param name name of the entry, which ends with `.class`
    void add(byte[] name, int length) {
        int start = start(name, length);
        int end = lastSlash(name, length);
        if (end <= start || end - start > LONGEST_NAME) {
            return;
        }
        if (!Arrays.equals(name, start, end, lastFolder, 0, lastFolder.length)) {
            lastFolder = Arrays.copyOfRange(name, start, end);
            last = count(new String(lastFolder, StandardCharsets.UTF_8).replace('/', '.'));
        }
        last.classes++;
        total++;
    }

    /// Classes in named packages.
    long total() {
        return total;
    }

    /// The names of the packages in order.
    Iterable<String> names() {
        return Collections.unmodifiableSet(packages.keySet());
    }

    long classes(String name) {
        Count count = packages.get(name);
        return count == null ? 0 : count.classes;
    }

    /// The first parts of the package names with most classes, for people and programs:
    /// `org.springframework.beans (318 classes), org.example (2 classes)`; empty without classes.
    String summary() {
        Map<String, Long> roots = new TreeMap<>();
        packages.forEach((name, count) -> roots.merge(root(name), count.classes, Long::sum));
        return roots.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + " classes)")
                .collect(Collectors.joining(", "));
    }

    private Count count(String name) {
        Count known = packages.get(name);
        if (known != null) {
            return known;
        }
        Count fresh = new Count();
        if (packages.size() < MOST_PACKAGES) {
            packages.put(name, fresh);
        }
        return fresh;
    }

    private static String root(String name) {
        int end = -1;
        for (int part = 0; part < ROOT_PARTS; part++) {
            end = name.indexOf('.', end + 1);
            if (end < 0) {
                return name;
            }
        }
        return name.substring(0, end);
    }

    /// Where the name of the package begins.
    private static int start(byte[] name, int length) {
        int start = 0;
        for (byte[] own : OWN) {
            if (startsWith(name, length, own, 0)) {
                start = own.length;
            }
        }
        if (startsWith(name, length, RELEASES, start)) {
            int at = start + RELEASES.length;
            while (at < length && name[at] != '/') {
                at++;
            }
            start = at + 1;
        }
        return start;
    }

    private static boolean startsWith(byte[] name, int length, byte[] prefix, int at) {
        int end = at + prefix.length;
        return end <= length && Arrays.equals(name, at, end, prefix, 0, prefix.length);
    }

    private static int lastSlash(byte[] name, int length) {
        int at = length - 1;
        while (at >= 0 && name[at] != '/') {
            at--;
        }
        return at;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Count {
        private long classes;
    }
}
