package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Cuts a file into directives, comments, blanks and instructions.
final class DockerfileParser {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /// Bytes of a line without its line break, more of which BuildKit refuses: the buffer of Go's
    /// `bufio.Scanner` less one.
    private static final int LONGEST_LINE = 65_535;

    private final SourceText source;
    private final String text;
    private final List<Element> elements = new ArrayList<>();
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final Directives directives = new Directives();
    private int line;

    DockerfileParser(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    List<Element> elements() {
        return elements;
    }

    List<SyntaxProblem> problems() {
        return problems;
    }

    char escape() {
        return directives.escape();
    }

    void parse() {
        longLines();
        int start = 0;
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            start = 1;
            elements.add(new Element.Blank(source.span(0, 1)));
        }
        while (start < text.length()) {
            element(start);
            start = source.lineStart(line);
        }
    }

    private void longLines() {
        for (int i = 0; i < source.lines(); i++) {
            int start = source.lineStart(i);
            int end = source.lineStart(i + 1);
            end -= end > start && text.charAt(end - 1) == '\n' ? 1 : 0;
            boolean mayBe = 3L * (end - start) > LONGEST_LINE;
            int bytes = mayBe ? SourceText.encode(text.substring(start, end)).length : 0;
            if (bytes > LONGEST_LINE) {
                problems.add(
                        new SyntaxProblem(
                                "a line of "
                                        + bytes
                                        + " bytes; BuildKit takes "
                                        + LONGEST_LINE
                                        + " at most",
                                source.span(start, end)));
            }
        }
    }

    /// Reads the element whose first line begins at an offset, and goes to the line behind it.
    private void element(int start) {
        int end = contentEnd(line);
        int first = Spaces.skip(text, start, end);
        if (first == end) {
            directives.end();
            blanks(start);
        } else if (text.charAt(first) == '#') {
            comment(start, first, end);
        } else {
            directives.end();
            instruction(start, first, end);
        }
    }

    private void blanks(int start) {
        line++;
        while (hasLine() && isBlank(line)) {
            line++;
        }
        elements.add(new Element.Blank(source.span(start, source.lineStart(line))));
    }

    private void comment(int start, int first, int end) {
        line++;
        Span span = source.span(start, source.lineStart(line));
        Directives.Found found = directives.find(text, first, end);
        if (found.name().isEmpty()) {
            String content = text.substring(first + 1, end).strip();
            elements.add(new Element.Comment(content, span));
            return;
        }
        elements.add(new Element.Directive(found.name(), found.value(), span));
        if (!found.problem().isEmpty()) {
            problems.add(new SyntaxProblem(found.problem(), source.span(first, end)));
        }
    }

    private void instruction(int start, int first, int end) {
        LogicalLine logical = logicalLine(first, end);
        InstructionParser parser =
                new InstructionParser(logical, directives.escape(), problems::add);
        InstructionParser.Parts parts = parser.parse(0, logical.text().length(), false);
        List<Heredoc> heredocs = heredocs(parts, logical);
        elements.add(
                new Instruction(
                        parts.kind(),
                        parts.keyword(),
                        parts.keywordSpan(),
                        parts.flags(),
                        parts.arguments(),
                        heredocs,
                        logical,
                        line,
                        source.span(start, source.lineStart(line))));
    }

    private LogicalLine logicalLine(int first, int end) {
        LogicalLine logical = new LogicalLine(source);
        int continued = continuation(first, end);
        logical.add(first, continued < 0 ? end : continued);
        line++;
        while (continued >= 0 && hasLine()) {
            int from = source.lineStart(line);
            int to = contentEnd(line);
            line++;
            int content = Spaces.skip(text, from, to);
            if (content == to || text.charAt(content) == '#') {
                continue;
            }
            continued = continuation(from, to);
            logical.add(from, continued < 0 ? to : continued);
        }
        return logical.finish();
    }

    private List<Heredoc> heredocs(InstructionParser.Parts parts, LogicalLine logical) {
        if (!parts.takesHeredocs() || !logical.text().contains("<<")) {
            return List.of();
        }
        List<Heredoc> heredocs = new ArrayList<>();
        Heredocs.Announced announced = Heredocs.in(logical.text());
        if (!announced.problem().isEmpty()) {
            problems.add(new SyntaxProblem(announced.problem(), parts.keywordSpan()));
        }
        for (Heredocs.Start start : announced.starts()) {
            heredocs.add(heredoc(start, parts.keywordSpan()));
        }
        return heredocs;
    }

    private Heredoc heredoc(Heredocs.Start start, Span keyword) {
        int from = source.lineStart(line);
        while (hasLine()) {
            int lineStart = source.lineStart(line);
            int end = contentEnd(line);
            int name = lineStart;
            while (start.chomp() && name < end && text.charAt(name) == '\t') {
                name++;
            }
            line++;
            if (end - name == start.name().length() && text.startsWith(start.name(), name)) {
                return start.with(
                        text.substring(from, lineStart),
                        source.span(from, lineStart),
                        source.span(lineStart, end));
            }
        }
        problems.add(
                new SyntaxProblem(
                        "the file ends before '" + start.name() + "', which ends a heredoc",
                        keyword));
        int end = text.length();
        return start.with(text.substring(from, end), source.span(from, end), source.span(end, end));
    }

    /// Where the escape character stands that continues a line; -1 where there is none. Two of them do
    /// not continue it.
    private int continuation(int from, int to) {
        int at = to - 1;
        while (at >= from && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at--;
        }
        char escape = directives.escape();
        boolean escaped = at >= from && text.charAt(at) == escape;
        return escaped && (at == from || text.charAt(at - 1) != escape) ? at : -1;
    }

    private boolean hasLine() {
        return line < source.lines() && source.lineStart(line) < text.length();
    }

    private boolean isBlank(int index) {
        int end = contentEnd(index);
        return Spaces.skip(text, source.lineStart(index), end) == end;
    }

    /// The end of a line without its line break and the carriage returns before that.
    private int contentEnd(int index) {
        int start = source.lineStart(index);
        int end = source.lineStart(index + 1);
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }
}
