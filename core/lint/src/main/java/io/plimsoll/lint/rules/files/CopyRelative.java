package io.plimsoll.lint.rules.files;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A COPY into a relative path without a WORKDIR in the file.
public final class CopyRelative implements Rule {
    @Override
    public String id() {
        return "PL-COPY-RELATIVE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            // Nothing can have set another folder there.
            if (file.baseOf(file.chain(stage).getFirst()).text().equals("scratch")) {
                continue;
            }
            Instruction workdir =
                    file.chain(stage).stream()
                            .flatMap(each -> file.instructions(each, InstructionKind.WORKDIR))
                            .findFirst()
                            .orElse(null);
            Stream.of(InstructionKind.COPY, InstructionKind.ADD)
                    .flatMap(kind -> file.instructions(stage, kind))
                    .filter(each -> each.arguments().list().size() > 1)
                    .filter(each -> workdir == null || each.span().start() < workdir.span().start())
                    .map(each -> each.arguments().list().getLast())
                    .filter(target -> isRelative(target.text()))
                    .forEach(target ->
                            found.accept(
                                    Violation.at(
                                            target.span(),
                                            "where '"
                                                    + target.text()
                                                    + "' is hangs on the base image: no WORKDIR"
                                                    + " says it")));
        }
    }

    static boolean isRelative(String path) {
        String text = path.replace("\"", "").replace("'", "");
        boolean drive = text.length() > 1 && text.charAt(1) == ':';
        return !text.isEmpty() && "/$\\%".indexOf(text.charAt(0)) < 0 && !drive;
    }
}
