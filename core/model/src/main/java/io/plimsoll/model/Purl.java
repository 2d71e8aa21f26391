package io.plimsoll.model;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A package URL: `pkg:type/namespace/name@version?qualifiers#subpath`.
///
/// Source: the purl specification, "Package-URL specification". A colon is never encoded.
///
/// @param type lower case
/// @param namespace parts separated by `/`, decoded; empty where there is none
/// @param name decoded, never empty
/// @param version decoded; empty where there is none
/// @param qualifiers by lower-case key; no empty values
/// @param subpath decoded; empty where there is none
public record Purl(
        String type,
        String namespace,
        String name,
        String version,
        SortedMap<String, String> qualifiers,
        String subpath) {
    private static final int LONGEST = 64 * 1024;

    /// Characters of a text that is no purl, in the message about it.
    private static final int SHOWN = 200;

    private static final String UNRESERVED = "-._~:";

    public Purl {
        Check.notEmpty(type, "purl type");
        Check.notEmpty(name, "purl name");
        SortedMap<String, String> copy = new TreeMap<>(qualifiers);
        copy.values().removeIf(String::isEmpty);
        qualifiers = Collections.unmodifiableSortedMap(copy);
    }

    /// Reads a purl.
    ///
    /// @throws IllegalArgumentException if the text is none; the message says why
    public static Purl parse(String text) {
        if (text.length() > LONGEST) {
            throw invalid(text, "it has more than " + LONGEST + " characters");
        }
        if (!text.regionMatches(true, 0, "pkg:", 0, 4)) {
            throw invalid(text, "it does not begin with 'pkg:'");
        }
        String rest = text.substring(4);
        String subpath = "";
        int hash = rest.lastIndexOf('#');
        if (hash >= 0) {
            subpath = decodeParts(rest.substring(hash + 1), text);
            rest = rest.substring(0, hash);
        }
        SortedMap<String, String> qualifiers = new TreeMap<>();
        int question = rest.lastIndexOf('?');
        if (question >= 0) {
            qualifiers = parseQualifiers(rest.substring(question + 1), text);
            rest = rest.substring(0, question);
        }
        return parsePath(strip(rest), qualifiers, subpath, text);
    }

    private static Purl parsePath(
            String path, SortedMap<String, String> qualifiers, String subpath, String text) {
        int slash = path.indexOf('/');
        if (slash <= 0) {
            throw invalid(text, "it has no type, or no name");
        }
        String type = path.substring(0, slash).toLowerCase(Locale.ROOT);
        if (!isWord(type, "+.-")) {
            throw invalid(text, "its type holds more than letters, digits, '.', '+' and '-'");
        }
        String rest = strip(path.substring(slash + 1));
        String version = "";
        int at = rest.lastIndexOf('@');
        if (at > 0 && at > rest.lastIndexOf('/')) {
            version = decode(rest.substring(at + 1), text);
            rest = rest.substring(0, at);
        }
        int last = rest.lastIndexOf('/');
        String name = decode(rest.substring(last + 1), text);
        String namespace = last < 0 ? "" : decodeParts(rest.substring(0, last), text);
        if (name.isEmpty()) {
            throw invalid(text, "it has no name");
        }
        return new Purl(type, namespace, name, version, qualifiers, subpath);
    }

    private static SortedMap<String, String> parseQualifiers(String part, String text) {
        SortedMap<String, String> qualifiers = new TreeMap<>();
        for (String pair : part.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = pair.substring(0, Math.max(0, equals)).toLowerCase(Locale.ROOT);
            // What is no key says nothing that could be asked for, and could not be written again.
            if (equals > 0 && isWord(key, "._-")) {
                qualifiers.put(key, decode(pair.substring(equals + 1), text));
            }
        }
        return qualifiers;
    }

    private static boolean isWord(String text, String also) {
        return text.chars()
                .allMatch(c ->
                        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || also.indexOf(c) >= 0);
    }

    private static String strip(String path) {
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }

    private static String decodeParts(String path, String text) {
        StringBuilder decoded = new StringBuilder();
        for (String part : path.split("/", -1)) {
            if (!part.isEmpty()) {
                decoded.append(decoded.isEmpty() ? "" : "/").append(decode(part, text));
            }
        }
        return decoded.toString();
    }

    private static String decode(String part, String text) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        byte[] decoded = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded[length++] = bytes[i];
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw invalid(text, "'" + part + "' holds a broken percent-encoding");
            }
            decoded[length++] = (byte) (high * 16 + low);
            i += 2;
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException invalid(String text, String why) {
        return new IllegalArgumentException(
                "'" + Printable.beginning(text, SHOWN) + "' is not a purl: " + why);
    }

    /// The canonical text.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("pkg:").append(type);
        if (!namespace.isEmpty()) {
            appendParts(namespace, text.append('/'));
        }
        encode(name, text.append('/'));
        if (!version.isEmpty()) {
            encode(version, text.append('@'));
        }
        char separator = '?';
        for (Map.Entry<String, String> qualifier : qualifiers.entrySet()) {
            text.append(separator).append(qualifier.getKey()).append('=');
            encode(qualifier.getValue(), text);
            separator = '&';
        }
        if (!subpath.isEmpty()) {
            appendParts(subpath, text.append('#'));
        }
        return text.toString();
    }

    private static void appendParts(String path, StringBuilder text) {
        boolean first = true;
        for (String part : path.split("/", -1)) {
            if (!first) {
                text.append('/');
            }
            encode(part, text);
            first = false;
        }
    }

    private static void encode(String part, StringBuilder text) {
        for (byte each : part.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || UNRESERVED.indexOf(c) >= 0;
            if (plain) {
                text.append(c);
            } else {
                text.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
    }
}
