package io.plimsoll.dockerfile;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Takes quotes off a word and replaces the variables in it, as builders do before an instruction is
/// carried out.
///
/// Source: the Dockerfile reference, section "Environment replacement"; BuildKit's
/// `frontend/dockerfile/shell`.
final class ShellLexer {
    /// Substitutions inside one another, more of which are refused.
    private static final int DEEPEST = 100;

    /// Characters of a result where variables are replaced: a few lines could ask for more than there
    /// is memory for, each doubling the last.
    private static final int LONGEST = 1024 * 1024;

    private static final int END = -1;

    /// @param text the whole result
    /// @param words the result split at white space outside of quotes
    /// @param missing names of variables that had no value where nothing stands in for it
    record Result(String text, List<String> words, TreeSet<String> missing) {}

    private final String source;
    private final ShellOptions options;
    private final Map<String, String> variables;
    private final TreeSet<String> missing = new TreeSet<>();
    private final StringBuilder word = new StringBuilder();
    private int at;
    private int depth;
    private boolean rawEscapes;

    private ShellLexer(String source, ShellOptions options, Map<String, String> variables) {
        this.source = source;
        this.options = options;
        this.variables = variables;
        this.rawEscapes = options.rawEscapes();
    }

    static Result run(String source, ShellOptions options, Map<String, String> variables)
            throws ShellSyntaxException {
        ShellLexer lexer = new ShellLexer(source, options, variables);
        Part part = lexer.until(END, options.rawEscapes());
        return new Result(part.text(), part.words(), lexer.missing);
    }

    private record Part(String text, List<String> words) {}

    private Part until(int stop, boolean raw) throws ShellSyntaxException {
        boolean before = rawEscapes;
        rawEscapes = raw;
        word.setLength(0);
        WordCollector words = new WordCollector(word);
        StringBuilder result = new StringBuilder();
        while (peek() != END && peek() != stop) {
            step(words, result);
        }
        rawEscapes = before;
        if (stop != END && next() != stop) {
            throw new ShellSyntaxException("'" + Character.toString(stop) + "' is missing");
        }
        return new Part(result.toString(), words.finish());
    }

    private void step(WordCollector words, StringBuilder result) throws ShellSyntaxException {
        int c = peek();
        boolean quote = (c == '\'' || c == '"') && !options.literalQuotes();
        if (c == '$') {
            String value = dollar();
            append(result, value);
            value.codePoints().forEach(words::add);
        } else if (quote || c == '<') {
            String value = c == '<' ? heredoc() : c == '"' ? doubleQuote() : singleQuote();
            append(result, value);
            words.addRaw(value);
        } else if (next() != options.escape()) {
            result.appendCodePoint(c);
            words.add(c);
        } else {
            if (rawEscapes) {
                words.addRaw(c);
                result.appendCodePoint(c);
            }
            int escaped = next();
            if (escaped != END) {
                words.addRaw(escaped);
                result.appendCodePoint(escaped);
            }
        }
    }

    private void append(StringBuilder result, String value) throws ShellSyntaxException {
        if (!options.keepUnset() && result.length() + value.length() > LONGEST) {
            throw new ShellSyntaxException("the result has more than " + LONGEST + " characters");
        }
        result.append(value);
    }

    private String singleQuote() throws ShellSyntaxException {
        int start = at++;
        int end = source.indexOf('\'', at);
        if (end < 0) {
            throw new ShellSyntaxException("a single quote is not closed");
        }
        at = end + 1;
        return options.rawQuotes() ? source.substring(start, at) : source.substring(start + 1, end);
    }

    private String doubleQuote() throws ShellSyntaxException {
        StringBuilder result = new StringBuilder(options.rawQuotes() ? "\"" : "");
        next();
        while (peek() != '"') {
            int c = peek();
            if (c == END) {
                throw new ShellSyntaxException("a double quote is not closed");
            }
            if (c == '$') {
                append(result, dollar());
                continue;
            }
            next();
            if (c == options.escape()) {
                if (rawEscapes) {
                    result.appendCodePoint(c);
                }
                int escaped = peek();
                if (escaped == END) {
                    continue;
                }
                if (escaped == '"' || escaped == '$' || escaped == options.escape()) {
                    c = next();
                }
            }
            result.appendCodePoint(c);
        }
        next();
        return result.append(options.rawQuotes() ? "\"" : "").toString();
    }

    /// `<<` and the blanks behind it belong to one word; a single `<` is itself.
    private String heredoc() {
        int start = at++;
        if (peek() == '<') {
            at++;
            while (peek() == '\t' || peek() == '\r' || peek() == ' ') {
                at++;
            }
        }
        return source.substring(start, at);
    }

    private String dollar() throws ShellSyntaxException {
        next();
        if (peek() != '{') {
            String name = name();
            if (name.isEmpty()) {
                return "$";
            }
            return isKept(name) ? "$" + name : plain(name);
        }
        next();
        switch (peek()) {
            case END -> throw new ShellSyntaxException("'}' is missing");
            case '{', '}', ':' -> throw new ShellSyntaxException("bad substitution");
            default -> {}
        }
        if (++depth > DEEPEST) {
            throw new ShellSyntaxException(
                    "more than " + DEEPEST + " substitutions are inside one another");
        }
        String value = braced(name());
        depth--;
        return value;
    }

    private String braced(String name) throws ShellSyntaxException {
        int c = next();
        boolean emptyIsUnset = c == ':';
        int operator = emptyIsUnset ? next() : c;
        return switch (operator) {
            case '}' -> {
                if (emptyIsUnset) {
                    throw unknown(":}");
                }
                yield isKept(name) ? "${" + name + "}" : plain(name);
            }
            case '+', '-', '?' -> {
                String stand = until('}', false).text();
                String written = (emptyIsUnset ? ":" : "") + (char) operator;
                yield isKept(name)
                        ? "${" + name + written + stand + "}"
                        : alternative(name, operator, emptyIsUnset, stand);
            }
            case '#', '%' -> {
                if (emptyIsUnset) {
                    throw unknown(":" + (char) operator);
                }
                String pattern = until('}', true).text();
                yield isKept(name)
                        ? "${" + name + (char) operator + pattern + "}"
                        : trimmed(plain(name), operator, pattern);
            }
            case '/' -> {
                if (emptyIsUnset) {
                    throw unknown(":/");
                }
                yield replaced(name);
            }
            case END -> throw new ShellSyntaxException("'}' is missing");
            default -> throw unknown(Character.toString(operator));
        };
    }

    private static ShellSyntaxException unknown(String operator) {
        return new ShellSyntaxException("'" + operator + "' is no substitution");
    }

    private String alternative(String name, int operator, boolean emptyIsUnset, String stand)
            throws ShellSyntaxException {
        String value = variables.get(name);
        boolean there = value != null && !(emptyIsUnset && value.isEmpty());
        if (operator == '+') {
            return there ? stand : "";
        }
        if (value != null && there) {
            return value;
        }
        if (operator == '?') {
            throw new ShellSyntaxException(
                    name + ": " + (stand.isEmpty() ? "must have a value" : stand));
        }
        return stand;
    }

    private static String trimmed(String value, int operator, String written)
            throws ShellSyntaxException {
        boolean longest = !written.isEmpty() && written.charAt(0) == operator;
        ShellPattern pattern = ShellPattern.of(longest ? written.substring(1) : written);
        return operator == '#'
                ? pattern.withoutPrefix(value, longest)
                : pattern.withoutSuffix(value, longest);
    }

    private String replaced(String name) throws ShellSyntaxException {
        boolean all = peek() == '/';
        if (all) {
            next();
        }
        String pattern = until('/', true).text();
        String by = until('}', true).text();
        if (isKept(name)) {
            return "${" + name + "/" + pattern + "/" + by + "}";
        }
        return ShellPattern.of(pattern).replaced(plain(name), by, all, LONGEST);
    }

    private boolean isKept(String name) {
        return options.keepUnset() && !variables.containsKey(name);
    }

    private String plain(String name) {
        String value = variables.get(name);
        if (value == null) {
            missing.add(name);
            return "";
        }
        return value;
    }

    /// Letters, digits and `_`; or digits; or one of the shell's special parameters.
    private String name() {
        int start = at;
        int first = peek();
        if (Character.isDigit(first)) {
            while (Character.isDigit(peek())) {
                next();
            }
        } else if (first != END && "@*#?-$!0".indexOf(first) >= 0) {
            next();
        } else {
            while (Character.isLetterOrDigit(peek()) || peek() == '_') {
                next();
            }
        }
        return source.substring(start, at);
    }

    private int peek() {
        return at < source.length() ? source.codePointAt(at) : END;
    }

    private int next() {
        int c = peek();
        at += c == END ? 0 : Character.charCount(c);
        return c;
    }
}
