package io.plimsoll.dockerfile;

import io.plimsoll.dockerfile.InstructionKind.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads the keyword, the flags and the arguments of one logical line.
final class InstructionParser {
    private final LogicalLine logical;
    private final String text;
    private final char escape;
    private final Consumer<SyntaxProblem> problems;

    /// @param takesHeredocs whether `<<` in it announces a document
    record Parts(
            InstructionKind kind,
            String keyword,
            Span keywordSpan,
            List<Flag> flags,
            Arguments arguments,
            boolean takesHeredocs) {}

    InstructionParser(LogicalLine logical, char escape, Consumer<SyntaxProblem> problems) {
        this.logical = logical;
        this.text = logical.text();
        this.escape = escape;
        this.problems = problems;
    }

    /// Reads a part of the line as an instruction.
    ///
    /// @param triggered whether it stands behind ONBUILD
    Parts parse(int from, int to, boolean triggered) {
        int start = Spaces.skip(text, from, to);
        int end = Spaces.trimEnd(text, start, to);
        int keywordEnd = Spaces.skipWord(text, start, end);
        String keyword = text.substring(start, keywordEnd);
        InstructionKind kind = InstructionKind.of(keyword);
        FlagReader flags = new FlagReader(logical, escape);
        int rest = flags.read(Spaces.skipSeparators(text, keywordEnd, end), end);
        int arguments = Spaces.skip(text, rest, end);
        boolean chained = triggered && kind == InstructionKind.ONBUILD;
        Arguments read =
                arguments == end
                        ? new Arguments.None()
                        : chained ? text(arguments, end) : arguments(kind, arguments, end);
        return new Parts(
                kind,
                keyword,
                logical.span(start, keywordEnd),
                flags.flags(),
                read,
                takesHeredocs(kind, read));
    }

    private static boolean takesHeredocs(InstructionKind kind, Arguments arguments) {
        if (arguments instanceof Arguments.Trigger(Instruction waiting)) {
            return takesHeredocs(waiting.kind(), waiting.arguments());
        }
        return kind.takesHeredocs() && !(arguments instanceof Arguments.Json);
    }

    private Arguments arguments(InstructionKind kind, int from, int to) {
        return switch (kind.form()) {
            case TEXT -> text(from, to);
            case WORDS -> words(from, to);
            case NAMES -> new Arguments.Words(WordSplitter.split(logical, escape, from, to));
            case PAIRS -> pairs(kind, from, to);
            case JSON_OR_TEXT, JSON_OR_WORDS -> json(kind.form(), from, to);
            case CHECK -> check(from, to);
            case TRIGGER -> trigger(from, to);
        };
    }

    private Arguments text(int from, int to) {
        return new Arguments.Text(word(from, to));
    }

    private Arguments words(int from, int to) {
        List<Word> words = new ArrayList<>();
        int at = from;
        while (at < to) {
            int end = Spaces.skipWord(text, at, to);
            words.add(word(at, end));
            at = Spaces.skipSeparators(text, end, to);
        }
        return new Arguments.Words(words);
    }

    private Arguments json(Form form, int from, int to) {
        JsonStrings.Result result = JsonStrings.read(text, from, to);
        if (result.kind() == JsonStrings.Kind.STRINGS) {
            return new Arguments.Json(
                    result.strings().stream()
                            .map(each ->
                                    new Word(each.value(), logical.span(each.start(), each.end())))
                            .toList());
        }
        if (result.kind() == JsonStrings.Kind.OTHER_ARRAY) {
            problem("a JSON array of arguments can hold strings only", from, to);
        }
        return form == Form.JSON_OR_TEXT ? text(from, to) : words(from, to);
    }

    private Arguments check(int from, int to) {
        int end = from;
        while (end < to && !Spaces.isSpace(text.charAt(end))) {
            end++;
        }
        int command = Spaces.skip(text, end, to);
        return new Arguments.Check(
                word(from, end),
                command == to ? new Arguments.None() : json(Form.JSON_OR_TEXT, command, to));
    }

    private Arguments trigger(int from, int to) {
        Parts parts = parse(from, to, true);
        Span span = logical.span(from, to);
        return new Arguments.Trigger(
                new Instruction(
                        parts.kind(),
                        parts.keyword(),
                        parts.keywordSpan(),
                        parts.flags(),
                        parts.arguments(),
                        List.of(),
                        logical.part(from, to),
                        span.line(),
                        span));
    }

    /// `name=value …`, or the old `name value`: the first word decides.
    private Arguments pairs(InstructionKind kind, int from, int to) {
        List<Word> words = WordSplitter.split(logical, escape, from, to);
        if (words.isEmpty()) {
            return new Arguments.None();
        }
        if (words.getFirst().text().indexOf('=') < 0) {
            int end = Spaces.skipWord(text, from, to);
            int value = Spaces.skipSeparators(text, end, to);
            if (value == to) {
                problem(kind + " needs a name and a value", from, to);
            }
            return new Arguments.Pairs(
                    List.of(new Arguments.Pair(word(from, end), word(value, to), false)));
        }
        List<Arguments.Pair> pairs = new ArrayList<>();
        for (WordSplitter.Range range : WordSplitter.ranges(text, escape, from, to)) {
            int equals = text.indexOf('=', range.from());
            if (equals < 0 || equals >= range.to()) {
                String word = text.substring(range.from(), range.to());
                problem(
                        "'" + word + "' has no '=': name=value is wanted",
                        range.from(),
                        range.to());
                continue;
            }
            pairs.add(
                    new Arguments.Pair(
                            word(range.from(), equals), word(equals + 1, range.to()), true));
        }
        return new Arguments.Pairs(pairs);
    }

    private Word word(int from, int to) {
        return new Word(text.substring(from, to), logical.span(from, to));
    }

    private void problem(String message, int from, int to) {
        problems.accept(new SyntaxProblem(message, logical.span(from, to)));
    }
}
