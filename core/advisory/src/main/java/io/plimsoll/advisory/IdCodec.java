package io.plimsoll.advisory;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes ids of vulnerabilities and advisories in few bytes: a CVE as year and number, the
/// distributions' `PREFIX-CVE-…` likewise, a GHSA as its twelve characters, all else as text. Sorted
/// by their bytes, the CVEs come in order of year and number.
final class IdCodec {
    private static final int TEXT = 0;
    private static final int GHSA = 1;
    private static final int FIRST_CVE = 2;
    private static final int GHSA_GROUP = 4;

    /// Prefixes that may stand before a CVE id; the place in the list is part of the format.
    private static final List<String> PREFIXES =
            List.of(
                    "",
                    "DEBIAN-",
                    "ALPINE-",
                    "x_REDHAT-",
                    "UBUNTU-",
                    "BELL-",
                    "openSUSE-",
                    "ROOT-");

    private IdCodec() {}

    static byte[] encode(String id) {
        ByteWriter writer = new ByteWriter();
        write(id, writer);
        return writer.toByteArray();
    }

    static void write(String id, ByteWriter writer) {
        for (int i = PREFIXES.size() - 1; i >= 0; i--) {
            if (id.startsWith(PREFIXES.get(i)) && writeCve(id, i, writer)) {
                return;
            }
        }
        if (isGhsa(id)) {
            writer.writeByte(GHSA);
            byte[] raw = id.substring(5).replace("-", "").getBytes(StandardCharsets.US_ASCII);
            writer.writeRaw(raw, 0, raw.length);
            return;
        }
        writer.writeByte(TEXT);
        writer.writeText(id);
    }

    static String read(ByteReader reader) {
        int tag = reader.readByte();
        if (tag == TEXT) {
            return reader.readText();
        }
        if (tag == GHSA) {
            return "GHSA-" + group(reader) + "-" + group(reader) + "-" + group(reader);
        }
        if (tag - FIRST_CVE >= PREFIXES.size()) {
            throw new MalformedSegmentException("unknown id tag " + tag);
        }
        int year = (reader.readByte() << 8) | reader.readByte();
        int number = reader.readInt();
        String digits = Integer.toString(number);
        return PREFIXES.get(tag - FIRST_CVE)
                + "CVE-"
                + year
                + "-"
                + "0".repeat(Math.max(0, 4 - digits.length()))
                + digits;
    }

    /// Writes the CVE behind a prefix, unless its year or number is written in an unusual way.
    private static boolean writeCve(String id, int prefix, ByteWriter writer) {
        int start = PREFIXES.get(prefix).length();
        int dash = start + 8;
        if (!id.startsWith("CVE-", start) || id.length() < dash + 5 || id.charAt(dash) != '-') {
            return false;
        }
        int digits = id.length() - dash - 1;
        if (digits > 9 || (digits > 4 && id.charAt(dash + 1) == '0') || !digitsFrom(id, dash + 1)) {
            return false;
        }
        String year = id.substring(start + 4, dash);
        if (!digitsFrom(year, 0)) {
            return false;
        }
        writer.writeByte(FIRST_CVE + prefix);
        int yearNumber = Integer.parseInt(year);
        writer.writeByte(yearNumber >>> 8);
        writer.writeByte(yearNumber);
        writer.writeInt(Integer.parseInt(id.substring(dash + 1)));
        return true;
    }

    private static boolean digitsFrom(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < text.length();
    }

    private static boolean isGhsa(String id) {
        int length = 5 + 3 * GHSA_GROUP + 2;
        if (id.length() != length || !id.startsWith("GHSA-")) {
            return false;
        }
        for (int i = 5; i < length; i++) {
            char c = id.charAt(i);
            boolean dash = i == 9 || i == 14;
            if (dash != (c == '-') || c > 'z') {
                return false;
            }
        }
        return true;
    }

    private static String group(ByteReader reader) {
        StringBuilder text = new StringBuilder(GHSA_GROUP);
        for (int i = 0; i < GHSA_GROUP; i++) {
            text.append((char) reader.readByte());
        }
        return text.toString();
    }
}
