package io.plimsoll.sbom;

import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads SPDX 2 as lines of tags and values. A value between `<text>` and `</text>` may have several
/// lines; those that are asked for here are bounded together by the length of one line.
///
/// Source: SPDX specification 2.3, clause 5 and the tags of clauses 6, 7 and 11.
final class SpdxTags {
    private static final String OPEN = "<text>";
    private static final String CLOSE = "</text>";
    private static final int SHOWN = 60;

    private final InputStream in;
    private final Limits limits;
    private final SpdxPackages packages = new SpdxPackages();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private boolean inPackage;
    private int number;

    SpdxTags(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /// Whether a document begins as one of tags: comments, then the version.
    static boolean isBeginning(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.startsWith("SPDXVersion:"))
                .isPresent();
    }

    /// @throws SbomFormatException if a line is neither a tag nor a comment, or a text does not end
    Sbom read() throws IOException {
        String line = line();
        if (line.startsWith("\ufeff")) {
            line = line.substring(1);
        }
        for (; !line.equals("\n"); line = line()) {
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                tag(text);
            }
        }
        finish();
        return packages.sbom();
    }

    private void tag(String line) throws IOException {
        int colon = line.indexOf(':');
        if (colon < 1 || line.substring(0, colon).chars().anyMatch(Character::isWhitespace)) {
            throw new SbomFormatException(
                    "is no SPDX of tags and values: line "
                            + number
                            + " has no tag: '"
                            + Printable.beginning(line, SHOWN)
                            + "'");
        }
        String value = line.substring(colon + 1).strip();
        put(line.substring(0, colon), value.startsWith(OPEN) ? text(value) : value);
    }

    /// The text that begins in a line, up to its end in that or a later line.
    private String text(String first) throws IOException {
        int start = number;
        StringBuilder text = new StringBuilder(first.substring(OPEN.length()));
        while (text.indexOf(CLOSE, Math.max(0, text.length() - lastLength(text))) < 0) {
            String line = line();
            if (line.equals("\n")) {
                throw new SbomFormatException(
                        "is cut short: the " + OPEN + " of line " + start + " has no end");
            }
            text.append('\n').append(line);
            limits.check(Limit.LINE_LENGTH, text.length(), "the text of line " + start);
        }
        return text.substring(0, text.indexOf(CLOSE));
    }

    /// Characters of the last line, so that each is looked at once.
    private static int lastLength(StringBuilder text) {
        int feed = text.lastIndexOf("\n");
        return text.length() - Math.max(0, feed);
    }

    private void put(String tag, String value) {
        switch (tag) {
            case "PackageName" -> {
                finish();
                inPackage = true;
                tags.put(tag, value);
            }
            case "FileName", "SnippetSPDXID", "LicenseID" -> finish();
            case "Relationship" -> relationship(value);
            case "ExternalRef" -> reference(value);
            default -> {
                if (inPackage) {
                    tags.putIfAbsent(tag, value);
                }
            }
        }
    }

    private void relationship(String value) {
        String[] parts = value.split("\\s+", -1);
        if (parts.length == 3) {
            packages.relationship(parts[0], parts[1], parts[2]);
        }
    }

    private void reference(String value) {
        String[] parts = value.split("\\s+", 3);
        if (inPackage && parts.length == 3) {
            String type = parts[1].startsWith("cpe") ? "cpe" : parts[1];
            tags.putIfAbsent(type, parts[2]);
        }
    }

    private void finish() {
        if (inPackage) {
            packages.add(
                    new SpdxPackages.SpdxPackage(
                            of("SPDXID"),
                            of("PackageName"),
                            of("PackageVersion"),
                            of("PrimaryPackagePurpose"),
                            of("purl"),
                            tags.containsKey("cpe"),
                            of("PackageLicenseDeclared"),
                            of("PackageSourceInfo"),
                            of("PackageComment")));
        }
        inPackage = false;
        tags.clear();
    }

    private String of(String tag) {
        return tags.getOrDefault(tag, "");
    }

    /// The next line without its end; a line feed alone at the end of the document.
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        long most = limits.of(Limit.LINE_LENGTH);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? "\n" : line.toString(StandardCharsets.UTF_8);
            }
            line.write(next);
            if (line.size() > most) {
                throw new LimitExceededException(Limit.LINE_LENGTH, most, "line " + number);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
