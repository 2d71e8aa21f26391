package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Flag;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// `--platform=$TARGETPLATFORM`, which is what FROM does anyway.
public final class FromTargetPlatform implements Rule {
    @Override
    public String id() {
        return "PL-FROM-TARGETPLATFORM";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            for (Flag flag : stage.from().flags()) {
                String value = flag.value().orElse("");
                boolean redundant =
                        value.equals("$TARGETPLATFORM") || value.equals("${TARGETPLATFORM}");
                if (flag.name().equals("--platform") && redundant) {
                    Span span = flag.span();
                    Span all = file.file().span(span.start(), stage.base().span().start());
                    boolean alone = file.file().text(all).strip().indexOf('\n') < 0;
                    found.accept(
                            new Violation(
                                    span,
                                    "the target's platform is the default",
                                    alone && stage.from().flags().size() == 1
                                            ? List.of(Edit.replace(all, ""))
                                            : List.of()));
                }
            }
        }
    }
}
