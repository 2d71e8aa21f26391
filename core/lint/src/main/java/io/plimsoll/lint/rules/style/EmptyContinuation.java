package io.plimsoll.lint.rules.style;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// An empty line inside an instruction.
public final class EmptyContinuation implements Rule {
    @Override
    public String id() {
        return "PL-CONTINUATION-EMPTY";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Instruction each : file.file().instructions()) {
            int end =
                    each.heredocs().isEmpty()
                            ? each.span().end()
                            : each.heredocs().getFirst().span().start();
            lines(file, each.span().start(), end, found);
        }
    }

    private static void lines(LintedFile file, int start, int end, Consumer<Violation> found) {
        String text = file.file().text(file.file().span(start, end));
        int at = text.indexOf('\n') + 1;
        while (at > 0 && at < text.length()) {
            int next = text.indexOf('\n', at) + 1;
            int stop = next == 0 ? text.length() : next;
            if (text.substring(at, stop).isBlank()) {
                Span line = file.file().span(start + at, start + stop);
                found.accept(
                        new Violation(
                                line,
                                "an empty line goes on with the instruction",
                                List.of(Edit.replace(line, ""))));
            }
            at = next;
        }
    }
}
