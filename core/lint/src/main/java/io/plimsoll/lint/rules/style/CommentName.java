package io.plimsoll.lint.rules.style;

import io.plimsoll.dockerfile.Element;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A comment that is taken for the description of a stage or an argument and does not begin with its name.
///
/// As BuildKit does, only where the file asks for it by `check=experimental=`.
public final class CommentName implements Rule {
    @Override
    public String id() {
        return "PL-COMMENT-NAME";
    }

    private static final String CHECK = "InvalidDefinitionDescription";

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Element> elements = file.file().elements();
        boolean asked =
                elements.stream()
                        .anyMatch(each ->
                                each instanceof Element.Directive directive && asksFor(directive));
        for (int i = 1; asked && i < elements.size(); i++) {
            if (elements.get(i - 1) instanceof Element.Comment comment
                    && elements.get(i) instanceof Instruction instruction) {
                name(instruction)
                        .filter(name -> !comment.text().equals(name))
                        .filter(name -> !comment.text().startsWith(name + " "))
                        .ifPresent(name ->
                                found.accept(
                                        Violation.at(
                                                comment.span(),
                                                "a description begins with the name: '# "
                                                        + name
                                                        + " …'")));
            }
        }
    }

    private static boolean asksFor(Element.Directive directive) {
        return directive.name().equals("check")
                && List.of(directive.value().split(";", -1)).stream()
                        .map(String::strip)
                        .filter(part -> part.startsWith("experimental="))
                        .anyMatch(part -> part.endsWith("=all") || part.contains(CHECK));
    }

    private static Optional<String> name(Instruction instruction) {
        List<Word> words = instruction.arguments().list();
        if (instruction.kind() == InstructionKind.FROM && words.size() == 3) {
            return Optional.of(words.get(2).text());
        }
        return instruction.kind() == InstructionKind.ARG && words.size() == 1
                ? Optional.of(words.getFirst().text().split("=", 2)[0])
                : Optional.empty();
    }
}
