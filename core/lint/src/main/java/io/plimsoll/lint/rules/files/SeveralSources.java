package io.plimsoll.lint.rules.files;

import io.plimsoll.dockerfile.Flag;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Several files into what is not marked as a folder.
public final class SeveralSources implements Rule {
    @Override
    public String id() {
        return "PL-COPY-SLASH";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Stream.of(InstructionKind.COPY, InstructionKind.ADD)
                .flatMap(file::instructions)
                .filter(each -> each.arguments().list().size() > 2)
                .filter(each -> each.flags().stream().noneMatch(SeveralSources::lacksValue))
                .filter(each -> !isFolder(each.arguments().list().getLast().text()))
                .forEach(each -> {
                    Word target = each.arguments().list().getLast();
                    boolean bare = !each.isJson() && target.text().indexOf('"') < 0;
                    found.accept(
                            new Violation(
                                    target.span(),
                                    "several sources need a folder, with '/' at its end",
                                    bare ? List.of(Edit.after(target.span(), "/")) : List.of()));
                });
    }

    /// A flag whose value stands behind a space, as the builder says too.
    private static boolean lacksValue(Flag flag) {
        return flag.value().isEmpty()
                && Set.of("--chown", "--chmod", "--from", "--exclude").contains(flag.name());
    }

    /// Nobody knows what a variable ends with.
    private static boolean isFolder(String target) {
        String text = target.replace("\"", "");
        return text.endsWith("/")
                || text.endsWith("\\")
                || text.equals(".")
                || text.equals("..")
                || text.endsWith("/.")
                || text.endsWith("/..")
                || text.endsWith("}")
                || text.lastIndexOf('$') > text.lastIndexOf('/');
    }
}
