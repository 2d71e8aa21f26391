package io.plimsoll.lint.rules.files;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// A relative WORKDIR that nothing in the file makes absolute.
public final class WorkdirRelative implements Rule {
    @Override
    public String id() {
        return "PL-WORKDIR-ABSOLUTE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            List<Stage> chain = file.chain(stage);
            boolean absolute =
                    chain.subList(0, chain.size() - 1).stream()
                            .flatMap(each -> file.instructions(each, InstructionKind.WORKDIR))
                            .anyMatch(each -> !CopyRelative.isRelative(path(each)));
            for (Instruction workdir : file.instructions(stage, InstructionKind.WORKDIR).toList()) {
                String path = path(workdir);
                boolean relative = CopyRelative.isRelative(path);
                if (relative && !absolute) {
                    found.accept(
                            Violation.at(
                                    workdir.arguments().list().getFirst().span(),
                                    "where '" + path + "' is hangs on the base image"));
                }
                absolute |= !relative && !path.isEmpty();
            }
        }
    }

    private static String path(Instruction workdir) {
        return workdir.arguments().last().map(Word::text).orElse("");
    }
}
