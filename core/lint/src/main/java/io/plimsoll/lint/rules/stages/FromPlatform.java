package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Flag;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A constant platform in FROM.
///
/// Images of Windows are for Windows only, so that it must be said for them.
public final class FromPlatform implements Rule {
    @Override
    public String id() {
        return "PL-FROM-PLATFORM";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            for (Flag flag : stage.from().flags()) {
                String value = flag.value().orElse("");
                if (flag.name().equals("--platform")
                        && !value.isEmpty()
                        && !value.replace("\"", "").startsWith("windows")
                        && value.indexOf('$') < 0) {
                    found.accept(
                            Violation.at(
                                    flag.span(),
                                    "the platform is always '"
                                            + value
                                            + "', whatever the build asks for"));
                }
            }
        }
    }
}
