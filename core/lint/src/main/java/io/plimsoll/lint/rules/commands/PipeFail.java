package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A pipeline whose first command may fail without the build noticing.
public final class PipeFail implements Rule {
    @Override
    public String id() {
        return "PL-RUN-PIPEFAIL";
    }

    private static final Set<String> SAFE = Set.of("echo", "printf", "yes", "true", ":");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            boolean covered =
                    run.shell().stream().anyMatch(each -> each.contains("pipefail"))
                            || !run.isShell()
                            || run.script().commands().stream().anyMatch(PipeFail::setsIt);
            if (!covered) {
                firstRisk(run.calls())
                        .ifPresent(call ->
                                found.accept(
                                        Violation.at(
                                                call.span(),
                                                "if '"
                                                        + call.program()
                                                        + "' fails, the pipeline succeeds all the"
                                                        + " same")));
            }
        }
    }

    /// `grep -q` ends with the first line that it finds, whereupon what is before it fails: pipefail would
    /// make a failure of a success.
    private static Optional<Call> firstRisk(List<Call> calls) {
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            boolean endsEarly =
                    i + 1 < calls.size() && calls.get(i + 1).isFed() && isQuiet(calls.get(i + 1));
            if (call.command().after() == Link.PIPE
                    && call.command().depth() == 0
                    && !SAFE.contains(call.program())
                    && !endsEarly) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    private static boolean isQuiet(Call call) {
        return Set.of("grep", "egrep", "fgrep").contains(call.program())
                && (call.hasLetter('q') || call.has("--quiet", "--silent"));
    }

    private static boolean setsIt(Command command) {
        return command.words().stream().anyMatch(each -> each.is("pipefail"));
    }
}
