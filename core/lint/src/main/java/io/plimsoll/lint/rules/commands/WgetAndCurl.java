package io.plimsoll.lint.rules.commands;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// A stage that uses both wget and curl.
public final class WgetAndCurl implements Rule {
    @Override
    public String id() {
        return "PL-RUN-WGET-CURL";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            List<Call> calls =
                    file.runs(stage).stream()
                            .flatMap(run -> run.calls().stream())
                            .filter(call ->
                                    call.program().equals("wget") || call.program().equals("curl"))
                            .toList();
            calls.stream()
                    .filter(call -> !call.program().equals(calls.getFirst().program()))
                    .findFirst()
                    .ifPresent(call ->
                            found.accept(
                                    Violation.at(
                                            call.span(),
                                            "the stage uses wget and curl: one of them is enough")));
        }
    }
}
