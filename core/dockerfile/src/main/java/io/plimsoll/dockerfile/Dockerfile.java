package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// A Dockerfile as a tree that has all of its bytes.
///
/// Whatever the bytes are, there is a tree; what a builder would refuse is in {@link #problems()}. Takes
/// time and memory in proportion to the file. Immutable.
public final class Dockerfile {
    private final SourceText source;
    private final List<Element> elements;
    private final char escape;
    private final List<SyntaxProblem> problems;
    private final List<Instruction> globals;
    private final List<Stage> stages;

    private Dockerfile(
            SourceText source,
            List<Element> elements,
            char escape,
            List<SyntaxProblem> problems,
            StageSplit split) {
        this.source = source;
        this.elements = elements;
        this.escape = escape;
        this.problems = problems;
        this.globals = split.globals();
        this.stages = split.stages();
    }

    /// Reads a file. Never throws because of its content.
    public static Dockerfile parse(byte[] bytes) {
        SourceText source = SourceText.of(bytes);
        DockerfileParser parser = new DockerfileParser(source);
        parser.parse();
        List<SyntaxProblem> problems = new ArrayList<>(parser.problems());
        List<Instruction> instructions = instructions(parser.elements());
        instructions.forEach(each -> InstructionCheck.check(each, problems::add));
        StageSplit split = StageSplit.of(instructions, problems::add);
        if (instructions.isEmpty()) {
            problems.add(new SyntaxProblem("the file has no instruction", source.span(0, 0)));
        }
        problems.sort(Dockerfile::inOrder);
        return new Dockerfile(
                source,
                List.copyOf(parser.elements()),
                parser.escape(),
                List.copyOf(problems),
                split);
    }

    /// All parts of the file, in order and without gaps.
    public List<Element> elements() {
        return elements;
    }

    public List<Instruction> instructions() {
        return instructions(elements);
    }

    /// The ARG instructions before the first FROM.
    public List<Instruction> globalArguments() {
        return globals;
    }

    /// The stages, in order.
    public List<Stage> stages() {
        return stages;
    }

    /// What a builder would refuse, in the order of the file.
    public List<SyntaxProblem> problems() {
        return problems;
    }

    /// The character that escapes others and continues lines: a backslash, or a backtick where the
    /// directive `escape` says so.
    public char escape() {
        return escape;
    }

    /// The characters of a part. Bytes that are no UTF-8 are lone surrogates in it.
    public String text(Span span) {
        return source.text().substring(span.start(), span.end());
    }

    /// The part between two offsets, such as one that an edit replaces.
    public Span span(int start, int end) {
        return source.span(start, end);
    }

    /// The bytes of the file, made of the elements.
    public byte[] print() {
        StringBuilder text = new StringBuilder(source.text().length());
        for (Element element : elements) {
            text.append(source.text(), element.span().start(), element.span().end());
        }
        return SourceText.encode(text.toString());
    }

    /// The bytes of the file with other texts in some places.
    ///
    /// @param spans in any order; of several at one place the first one's text comes first
    /// @param texts one for each span
    /// @throws IllegalArgumentException if spans overlap
    public byte[] replaced(List<Span> spans, List<String> texts) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            order.add(i);
        }
        order.sort((left, right) ->
                Integer.compare(spans.get(left).start(), spans.get(right).start()));
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int each : order) {
            Span span = spans.get(each);
            if (span.start() < at) {
                throw new IllegalArgumentException("two edits in line " + span.line() + " overlap");
            }
            text.append(source.text(), at, span.start()).append(texts.get(each));
            at = span.end();
        }
        text.append(source.text(), at, source.text().length());
        return SourceText.encode(text.toString());
    }

    private static List<Instruction> instructions(List<Element> elements) {
        List<Instruction> instructions = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Instruction instruction) {
                instructions.add(instruction);
            }
        }
        return List.copyOf(instructions);
    }

    private static int inOrder(SyntaxProblem left, SyntaxProblem right) {
        return Integer.compare(left.span().start(), right.span().start());
    }
}
