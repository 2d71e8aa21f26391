package io.plimsoll.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Composer version as numbers and lower-case words. A suffix that Composer itself refuses
/// (`1.0.post1`) is split as `version_compare` splits it.
final class ComposerParts {
    private static final int NUMBERS = 4;

    /// What Composer writes for the `x` of a branch such as `1.x-dev`.
    private static final String BRANCH_NUMBER = "9999999";

    private static final String DEV = "dev";

    /// The words that may stand right before {@link #DEV}.
    private static final Set<String> LABELS =
            Set.of("beta", "b", "rc", "alpha", "a", "patch", "pl", "p");

    /// A date with separators other than dots, and its time.
    private static final Pattern DATE =
            Pattern.compile("\\d{4}(?:[.:-]?\\d{2}){1,6}(?:[.:-]?\\d{1,3}){0,2}(?!\\d)");

    /// No match of {@link #DATE} is longer, so nothing longer needs to be looked at.
    private static final int LONGEST_DATE = 4 + 6 * 3 + 2 * 4 + 1;

    private final String original;
    private final String text;
    private final List<String> parts = new ArrayList<>();

    private ComposerParts(String original) {
        this.original = original;
        this.text = withoutMetadata(original.strip().toLowerCase(Locale.ROOT));
    }

    /// @throws InvalidVersionException if the text is a branch or does not start with a number
    static List<String> of(String version) throws InvalidVersionException {
        ComposerParts parser = new ComposerParts(version);
        parser.parse();
        return parser.parts;
    }

    private static String withoutMetadata(String version) {
        int plus = version.indexOf('+');
        return plus > 0 ? version.substring(0, plus) : version;
    }

    private void parse() throws InvalidVersionException {
        int start = text.startsWith("v") ? 1 : 0;
        if (text.startsWith("dev-")) {
            throw invalid("a branch has no order");
        }
        if (Digits.end(text, start, text.length()) == start) {
            throw invalid("it does not start with a number");
        }
        int end = numbers(start);
        if (isSeparatedDate(end)) {
            end = date(start, end);
        } else {
            end = branchNumbers(end);
            while (parts.size() < NUMBERS) {
                parts.add("0");
            }
        }
        if (!isStable(end)) {
            words(end);
        }
    }

    /// The word for a release says nothing, nor does what follows it.
    private boolean isStable(int end) {
        boolean separated = end < text.length() && !Digits.isLetter(text.charAt(end));
        return text.startsWith("stable", separated ? end + 1 : end);
    }

    /// Up to four numbers with dots between them.
    private int numbers(int start) {
        int at = start;
        while (true) {
            int end = Digits.end(text, at, text.length());
            parts.add(text.substring(at, end));
            boolean more = end + 1 < text.length() && text.charAt(end) == '.';
            if (!more || parts.size() == NUMBERS || !Digits.isDigit(text.charAt(end + 1))) {
                return end;
            }
            at = end + 1;
        }
    }

    private boolean isSeparatedDate(int end) {
        return end + 1 < text.length()
                && (text.charAt(end) == '-' || text.charAt(end) == ':')
                && Digits.isDigit(text.charAt(end + 1));
    }

    private int date(int start, int numbersEnd) {
        Matcher matcher = DATE.matcher(text);
        matcher.region(start, Math.min(text.length(), start + LONGEST_DATE));
        if (!matcher.lookingAt() || matcher.end() <= numbersEnd) {
            while (parts.size() < NUMBERS) {
                parts.add("0");
            }
            return numbersEnd;
        }
        parts.clear();
        for (String number : matcher.group().split("[.:-]", -1)) {
            parts.add(number);
        }
        return matcher.end();
    }

    private int branchNumbers(int start) throws InvalidVersionException {
        int at = start;
        while (parts.size() < NUMBERS && (text.startsWith(".x", at) || text.startsWith(".*", at))) {
            parts.add(BRANCH_NUMBER);
            at += 2;
        }
        if (at == start) {
            return at;
        }
        if (!text.substring(at).matches("[.-]?dev")) {
            throw invalid("a version with an 'x' has to end with '-dev'");
        }
        while (parts.size() < NUMBERS) {
            parts.add(BRANCH_NUMBER);
        }
        return at;
    }

    /// Splits at everything that is neither letter nor digit, and where letters and digits meet.
    private void words(int start) throws InvalidVersionException {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Digits.isSpace(c)) {
                throw invalid("white space at character " + at);
            }
            if (!Digits.isAlphanumeric(c)) {
                at++;
                continue;
            }
            int end = RpmScheme.runEnd(text, at, text.length(), Digits.isDigit(c));
            String part = text.substring(at, end);
            if (part.endsWith(DEV)) {
                String label = part.substring(0, part.length() - DEV.length());
                if (LABELS.contains(label)) {
                    parts.add(label);
                    part = DEV;
                }
            }
            parts.add(part);
            at = end;
        }
    }

    private InvalidVersionException invalid(String why) {
        return new InvalidVersionException(ComposerScheme.ID, original, why);
    }
}
