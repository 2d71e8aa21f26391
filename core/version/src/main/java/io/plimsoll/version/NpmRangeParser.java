package io.plimsoll.version;

import io.plimsoll.version.NpmRange.Bound;
import io.plimsoll.version.NpmRange.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Turns a range expression into plain comparisons.
///
/// Source: node-semver 7, `README.md` "Advanced Range Syntax" and "Range Grammar".
final class NpmRangeParser {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern METADATA = Pattern.compile("\\+[0-9A-Za-z.-]+");
    private static final String HYPHEN = " - ";

    /// Ends a bound before the pre-releases of its version as well.
    private static final String BEFORE_PRE_RELEASES = "-0";

    private final String range;
    private final String text;
    private final List<Bound> bounds = new ArrayList<>();

    private NpmRangeParser(String range, String text) {
        this.range = range;
        this.text = text;
    }

    /// The alternatives of an expression, each with the bounds that all have to hold.
    static List<List<Bound>> parse(String range) throws InvalidVersionException {
        List<List<Bound>> alternatives = new ArrayList<>();
        for (String part : range.split("\\|\\|", -1)) {
            String plain = METADATA.matcher(part).replaceAll("");
            String text = SPACES.matcher(plain).replaceAll(" ").strip();
            alternatives.add(new NpmRangeParser(range, text).bounds());
        }
        List<Bound> everything = List.of(Bound.ANY);
        return alternatives.contains(everything) ? List.of(everything) : List.copyOf(alternatives);
    }

    private List<Bound> bounds() throws InvalidVersionException {
        int hyphen = text.indexOf(HYPHEN);
        if (text.isEmpty()) {
            bounds.add(Bound.ANY);
        } else if (hyphen >= 0) {
            hyphenRange(
                    NpmPartial.parse(text.substring(0, hyphen), range),
                    NpmPartial.parse(text.substring(hyphen + HYPHEN.length()), range));
        } else {
            int at = 0;
            while (at < text.length()) {
                at = comparator(at);
            }
        }
        List<Bound> narrowing = bounds.stream().filter(bound -> !bound.equals(Bound.ANY)).toList();
        return narrowing.isEmpty() ? List.of(Bound.ANY) : narrowing;
    }

    private void hyphenRange(NpmPartial from, NpmPartial to) {
        if (!from.major().isEmpty()) {
            add(Operator.GREATER_OR_EQUAL, from.low());
        }
        if (to.isFull()) {
            add(Operator.LESS_OR_EQUAL, to.low());
        } else if (!to.major().isEmpty()) {
            add(Operator.LESS, to.next() + BEFORE_PRE_RELEASES);
        }
    }

    /// Reads an operator and its version and returns the index of the next one.
    private int comparator(int start) throws InvalidVersionException {
        int at = start;
        while (at < text.length() && isOperator(text.charAt(at))) {
            at++;
        }
        at = skipSpaces(at);
        if (at < text.length() && text.charAt(at) == '=' && at > start) {
            at = skipSpaces(at + 1);
        }
        String operator = text.substring(start, at).replace(" ", "");
        int end = at;
        while (end < text.length() && NpmScheme.isPrefix(text.charAt(end))) {
            end++;
        }
        end = text.indexOf(' ', end);
        end = end < 0 ? text.length() : end;
        String version = text.substring(at, end);
        if (version.isEmpty() && (operator.equals("^") || operator.startsWith("~"))) {
            throw NpmPartial.invalid(range, "nothing follows '" + operator + "'");
        }
        desugar(operator, NpmPartial.parse(version, range));
        return skipSpaces(end);
    }

    private void desugar(String operator, NpmPartial partial) throws InvalidVersionException {
        switch (operator) {
            case "^", "^=" -> caret(partial);
            case "~", "~=", "~>", "~>=" -> tilde(partial);
            default -> compare(operator, partial);
        }
    }

    private void caret(NpmPartial partial) {
        if (partial.major().isEmpty()) {
            bounds.add(Bound.ANY);
            return;
        }
        add(Operator.GREATER_OR_EQUAL, partial.low());
        String upper;
        if (!partial.major().equals("0") || partial.minor().isEmpty()) {
            upper = partial.nextMajor();
        } else if (!partial.minor().equals("0") || partial.patch().isEmpty()) {
            upper = partial.nextMinor();
        } else {
            upper = partial.nextPatch();
        }
        add(Operator.LESS, upper + BEFORE_PRE_RELEASES);
    }

    private void tilde(NpmPartial partial) {
        if (partial.major().isEmpty()) {
            bounds.add(Bound.ANY);
            return;
        }
        add(Operator.GREATER_OR_EQUAL, partial.low());
        add(Operator.LESS, partial.next() + BEFORE_PRE_RELEASES);
    }

    private void compare(String operator, NpmPartial partial) throws InvalidVersionException {
        if (partial.isOutOfOrder()) {
            throw NpmPartial.invalid(range, "a number follows an x");
        }
        if (partial.major().isEmpty()) {
            boolean nothing = operator.equals("<") || operator.equals(">");
            bounds.add(nothing ? new Bound(Operator.LESS, "0.0.0-0") : Bound.ANY);
            return;
        }
        boolean full = partial.isFull();
        switch (operator) {
            case "", "=" -> {
                add(full ? Operator.EQUAL : Operator.GREATER_OR_EQUAL, partial.low());
                if (!full) {
                    add(Operator.LESS, partial.next() + BEFORE_PRE_RELEASES);
                }
            }
            case ">=" -> add(Operator.GREATER_OR_EQUAL, partial.low());
            case ">" ->
                    add(
                            full ? Operator.GREATER : Operator.GREATER_OR_EQUAL,
                            full ? partial.low() : partial.next());
            case "<" -> add(Operator.LESS, partial.low() + (full ? "" : BEFORE_PRE_RELEASES));
            case "<=" ->
                    add(
                            full ? Operator.LESS_OR_EQUAL : Operator.LESS,
                            full ? partial.low() : partial.next() + BEFORE_PRE_RELEASES);
            default -> throw NpmPartial.invalid(range, "no operator '" + operator + "'");
        }
    }

    private void add(Operator operator, String version) {
        boolean everything = operator == Operator.GREATER_OR_EQUAL && version.equals("0.0.0");
        bounds.add(everything ? Bound.ANY : new Bound(operator, version));
    }

    private int skipSpaces(int from) {
        return from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    }

    private static boolean isOperator(char c) {
        return c == '^' || c == '~' || c == '<' || c == '>' || c == '=';
    }
}
