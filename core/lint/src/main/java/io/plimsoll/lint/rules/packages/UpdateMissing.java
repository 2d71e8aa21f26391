package io.plimsoll.lint.rules.packages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// An `apt-get install` without any `apt-get update` before it.
public final class UpdateMissing implements Rule {
    @Override
    public String id() {
        return "PL-UPDATE-MISSING";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            boolean isKnown = file.chain(stage).getFirst().index() == stage.index();
            for (Run run : file.runs(stage)) {
                if (!isKnown) {
                    continue;
                }
                List<PackageCall> calls = PackageCall.all(run, PackageManager.APT);
                boolean updates = calls.stream().anyMatch(each -> each.is("update", "build-dep"));
                if (updates || !onlyKnownPrograms(run)) {
                    break;
                }
                calls.stream()
                        .filter(call -> call.isInstall() && needsLists(call))
                        .findFirst()
                        .ifPresent(call ->
                                found.accept(
                                        Violation.at(
                                                call.call().span(),
                                                "no apt-get update came before, so that there are no"
                                                        + " package lists")));
            }
        }
    }

    /// Scripts and programs that nobody knows may update.
    private static boolean onlyKnownPrograms(Run run) {
        return run.script().isComplete()
                && !run.mounts("/var/lib/apt/lists")
                && run.calls().size() == run.script().commands().size()
                && run.calls().stream()
                        .noneMatch(call ->
                                call.word().text().indexOf('/') >= 0
                                        || Set.of("sh", "bash", "curl", "wget", ".", "source")
                                                .contains(call.program()));
    }

    private static boolean needsLists(PackageCall call) {
        return call.operands().stream()
                .anyMatch(each -> each.isLiteral() && each.text().indexOf('/') < 0);
    }
}
