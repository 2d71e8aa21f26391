package io.plimsoll.version;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A Maven version as a flat list of tokens. Maven nests lists, but a list always ends with the one
/// inside it, so one mark "here the inner list starts" says the same and needs no recursion.
///
/// A number is its digits without leading zeros (zero is empty), a qualifier its lower-case text
/// behind {@link #QUALIFIER_MARK}.
final class MavenTokens {
    static final int QUALIFIER = 0;
    static final int LIST = 1;
    static final int NUMBER = 2;

    private static final char QUALIFIER_MARK = '"';
    private static final String LIST_START = "-";
    private static final String ZERO = "";

    /// The qualifier of a plain release.
    static final String RELEASE = QUALIFIER_MARK + "";

    /// Known qualifiers, oldest first; all others come after them.
    private static final List<String> KNOWN =
            List.of(
                    QUALIFIER_MARK + "alpha",
                    QUALIFIER_MARK + "beta",
                    QUALIFIER_MARK + "milestone",
                    QUALIFIER_MARK + "rc",
                    QUALIFIER_MARK + "snapshot",
                    RELEASE,
                    QUALIFIER_MARK + "sp");

    /// The rank of a qualifier that is not known.
    static final int UNKNOWN = KNOWN.size();

    private final String version;
    private final List<String> tokens = new ArrayList<>();
    private boolean listEmpty = true;

    private MavenTokens(String version) {
        this.version = version;
    }

    static List<String> of(String version) {
        MavenTokens parser = new MavenTokens(version.toLowerCase(Locale.ROOT));
        parser.parse();
        return normalize(parser.tokens);
    }

    static int kind(String token) {
        if (token.isEmpty() || Digits.isDigit(token.charAt(0))) {
            return NUMBER;
        }
        return token.charAt(0) == QUALIFIER_MARK ? QUALIFIER : LIST;
    }

    static int rank(String qualifier) {
        int known = KNOWN.indexOf(qualifier);
        return known < 0 ? UNKNOWN : known;
    }

    private void parse() {
        int at = 0;
        while (at < version.length()) {
            at = parsePart(at);
            if (at < version.length()) {
                at = parseSeparator(at);
            }
        }
    }

    /// Adds the number or qualifier at an index, zero where a separator stands there, and returns
    /// the index after it.
    private int parsePart(int start) {
        char first = version.charAt(start);
        if (isSeparator(first)) {
            add(ZERO);
            return start;
        }
        if (Digits.isDigit(first)) {
            int end = Digits.end(version, start, version.length());
            add(Digits.strip(version.substring(start, end)));
            return end;
        }
        int end = start;
        while (end < version.length()
                && !isSeparator(version.charAt(end))
                && !Digits.isDigit(version.charAt(end))) {
            end++;
        }
        boolean last = end == version.length();
        boolean digitFollows = !last && Digits.isDigit(version.charAt(end));
        if ((last || digitFollows) && !listEmpty) {
            startList();
        }
        add(QUALIFIER_MARK + canonical(version.substring(start, end), digitFollows));
        return end;
    }

    /// A hyphen starts a list, and so does the change from letters to digits and back.
    private int parseSeparator(int at) {
        if (version.charAt(at) == '.') {
            return at + 1;
        }
        startList();
        return version.charAt(at) == '-' ? at + 1 : at;
    }

    private void add(String token) {
        tokens.add(token);
        listEmpty = false;
    }

    private void startList() {
        tokens.add(LIST_START);
        listEmpty = true;
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == '-';
    }

    private static String canonical(String qualifier, boolean digitFollows) {
        return switch (qualifier) {
            case "a" -> digitFollows ? "alpha" : qualifier;
            case "b" -> digitFollows ? "beta" : qualifier;
            case "m" -> digitFollows ? "milestone" : qualifier;
            case "ga", "final", "release" -> "";
            case "cr" -> "rc";
            default -> qualifier;
        };
    }

    /// Drops what means nothing at the end of each list: zeros, releases and empty lists.
    private static List<String> normalize(List<String> tokens) {
        List<String> kept = new ArrayList<>(tokens.size());
        boolean atEnd = true;
        for (String token : tokens.reversed()) {
            if (token.equals(LIST_START)) {
                atEnd = true;
                if (kept.isEmpty()) {
                    continue;
                }
            } else if (atEnd && (token.equals(ZERO) || token.equals(RELEASE))) {
                continue;
            } else {
                atEnd = false;
            }
            kept.add(token);
        }
        Collections.reverse(kept);
        return kept;
    }
}
