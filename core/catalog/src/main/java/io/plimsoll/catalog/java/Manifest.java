package io.plimsoll.catalog.java;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The main section of a `META-INF/MANIFEST.MF`, read with what is wrong left out.
///
/// Source: Java SE specification "JAR File", "Notes on Manifest and Signature Files": lines end with
/// CR LF, LF or CR; one that begins with a space continues the one before, in the middle of a
/// character if need be; an empty line ends the section; names have no case.
final class Manifest {
    /// Of an archive without a manifest.
    static final Manifest EMPTY = new Manifest(Map.of());

    private final Map<String, String> attributes;

    private Manifest(Map<String, String> attributes) {
        this.attributes = attributes;
    }

    static Manifest parse(byte[] bytes) {
        Map<String, String> attributes = new HashMap<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            int end = lineEnd(bytes, at);
            if (end == at) {
                break;
            }
            if (bytes[at] == ' ') {
                line.write(bytes, at + 1, end - at - 1);
            } else {
                put(line.toString(StandardCharsets.UTF_8), attributes);
                line.reset();
                line.write(bytes, at, end - at);
            }
            boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
            at = end + (pair ? 2 : 1);
        }
        put(line.toString(StandardCharsets.UTF_8), attributes);
        return new Manifest(attributes);
    }

    /// The value of an attribute without spaces around it; empty where it is not there or a
    /// placeholder that a build did not fill.
    String get(String name) {
        String value = attributes.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        return value.contains("${") ? "" : value;
    }

    /// The first of these attributes that looks like a version, without a build's remark behind it.
    String version(List<String> names) {
        for (String name : names) {
            String value = get(name).split("\\s", 2)[0];
            if (value.chars().anyMatch(c -> c >= '0' && c <= '9')) {
                return value;
            }
        }
        return "";
    }

    private static void put(String line, Map<String, String> attributes) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            attributes.put(name, line.substring(colon + 1).strip());
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }
}
