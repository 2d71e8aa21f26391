package io.plimsoll.catalog.control;

import io.plimsoll.catalog.text.LineReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/// The names of the wanted fields, each with an index. Names are ASCII and compared without case.
final class FieldNames {
    private final byte[][] names;

    FieldNames(Collection<String> wanted) {
        names =
                wanted.stream()
                        .sorted()
                        .map(name -> lower(name.getBytes(StandardCharsets.US_ASCII)))
                        .toArray(byte[][]::new);
    }

    int size() {
        return names.length;
    }

    /// Index of the field whose name is the first bytes of the line, or -1.
    int find(LineReader line, int length) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].length == length && matches(names[i], line)) {
                return i;
            }
        }
        return -1;
    }

    int require(String name) {
        byte[] wanted = lower(name.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < names.length; i++) {
            if (Arrays.equals(names[i], wanted)) {
                return i;
            }
        }
        throw new IllegalArgumentException("field not asked for: " + name);
    }

    private static boolean matches(byte[] name, LineReader line) {
        for (int i = 0; i < name.length; i++) {
            if (lower(line.at(i)) != name[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] lower(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = lower(bytes[i]);
        }
        return bytes;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 'a' - 'A') : b;
    }
}
