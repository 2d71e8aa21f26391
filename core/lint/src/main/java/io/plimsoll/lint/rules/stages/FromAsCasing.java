package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// FROM and AS in different cases.
public final class FromAsCasing implements Rule {
    @Override
    public String id() {
        return "PL-FROM-AS-CASING";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            if (stage.name().isEmpty()) {
                continue;
            }
            Word as = stage.from().arguments().list().get(1);
            String from = stage.from().keyword();
            boolean upper = from.equals(from.toUpperCase(Locale.ROOT));
            boolean lower = from.equals(from.toLowerCase(Locale.ROOT));
            String wanted =
                    upper
                            ? as.text().toUpperCase(Locale.ROOT)
                            : lower ? as.text().toLowerCase(Locale.ROOT) : as.text();
            if (!wanted.equals(as.text())) {
                found.accept(
                        new Violation(
                                as.span(),
                                "'" + as.text() + "' and '" + from + "' differ in case",
                                List.of(Edit.replace(as.span(), wanted))));
            }
        }
    }
}
