package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Flag;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `--from` of a COPY.
record CopyFrom(Stage stage, Flag flag, String value) {
    /// All of them whose value is known.
    static List<CopyFrom> all(LintedFile file) {
        List<CopyFrom> all = new ArrayList<>();
        for (Stage stage : file.stages()) {
            file.instructions(stage, InstructionKind.COPY)
                    .flatMap(copy -> copy.flags().stream())
                    .filter(flag -> flag.name().equals("--from"))
                    .filter(flag -> flag.value().orElse("$").indexOf('$') < 0)
                    .forEach(flag -> all.add(new CopyFrom(stage, flag, flag.value().orElse(""))));
        }
        return all;
    }

    /// The stage that it names, whether it may be named there or not.
    Optional<Stage> target(LintedFile file) {
        return file.named(value);
    }
}
