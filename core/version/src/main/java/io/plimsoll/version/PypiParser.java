package io.plimsoll.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads a version of PEP 440 with all the spellings that the specification allows.
///
/// Source: PEP 440, "Normalization" and Appendix B (the regular expression).
final class PypiParser {
    private static final List<String> PRE_LABELS =
            List.of("alpha", "beta", "preview", "pre", "rc", "a", "b", "c");
    private static final List<String> POST_LABELS = List.of("post", "rev", "r");
    private static final List<String> DEV_LABELS = List.of("dev");

    private final String original;
    private final String text;
    private int at;

    private PypiParser(String original) {
        this.original = original;
        this.text = original.strip().toLowerCase(Locale.ROOT);
    }

    static PypiVersion parse(String version) throws InvalidVersionException {
        return new PypiParser(version).version();
    }

    private PypiVersion version() throws InvalidVersionException {
        if (peek(at) == 'v') {
            at++;
        }
        String epoch = epoch();
        List<String> release = release();
        String preLabel = preLabel(label(PRE_LABELS));
        String preNumber = preLabel.isEmpty() ? "" : labelNumber();
        String post = post();
        String dev = label(DEV_LABELS).isEmpty() ? PypiVersion.NONE : labelNumber();
        List<String> local = local();
        if (at < text.length()) {
            throw invalid("unexpected '" + peek(at) + "' at character " + at);
        }
        return new PypiVersion(epoch, release, preLabel, preNumber, post, dev, local);
    }

    private String epoch() {
        int end = Digits.end(text, at, text.length());
        if (end == at || peek(end) != '!') {
            return "";
        }
        String epoch = Digits.strip(text.substring(at, end));
        at = end + 1;
        return epoch;
    }

    private List<String> release() throws InvalidVersionException {
        List<String> release = new ArrayList<>();
        release.add(number());
        while (peek(at) == '.' && Digits.isDigit(peek(at + 1))) {
            at++;
            release.add(number());
        }
        while (!release.isEmpty() && release.getLast().isEmpty()) {
            release.removeLast();
        }
        return release;
    }

    private String number() throws InvalidVersionException {
        if (!Digits.isDigit(peek(at))) {
            throw invalid("no number at character " + at);
        }
        return digits();
    }

    private String digits() {
        int end = Digits.end(text, at, text.length());
        String digits = Digits.strip(text.substring(at, end));
        at = end;
        return digits;
    }

    /// Passes a label and the separator before it; empty where none of them is next.
    private String label(List<String> labels) {
        int start = isSeparator(peek(at)) ? at + 1 : at;
        for (String label : labels) {
            if (text.startsWith(label, start)) {
                at = start + label.length();
                return label;
            }
        }
        return "";
    }

    /// The number after a label and a separator; zero where there is none.
    private String labelNumber() {
        if (isSeparator(peek(at))) {
            at++;
        }
        return digits();
    }

    private static String preLabel(String spelling) {
        return switch (spelling) {
            case "alpha" -> "a";
            case "beta" -> "b";
            case "c", "pre", "preview" -> "rc";
            default -> spelling;
        };
    }

    /// `1.0-1` is short for `1.0.post1`.
    private String post() {
        if (peek(at) == '-' && Digits.isDigit(peek(at + 1))) {
            at++;
            return digits();
        }
        return label(POST_LABELS).isEmpty() ? PypiVersion.NONE : labelNumber();
    }

    private List<String> local() throws InvalidVersionException {
        List<String> local = new ArrayList<>();
        if (peek(at) != '+') {
            return local;
        }
        do {
            int start = ++at;
            while (at < text.length() && Digits.isAlphanumeric(peek(at))) {
                at++;
            }
            if (at == start) {
                throw invalid("no letter or digit at character " + at);
            }
            local.add(text.substring(start, at));
        } while (isSeparator(peek(at)));
        return local;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '_' || c == '.';
    }

    private char peek(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private InvalidVersionException invalid(String why) {
        return new InvalidVersionException(PypiScheme.ID, original, why);
    }
}
