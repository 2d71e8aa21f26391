package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Expansion;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A FROM that names no image unless the build is given an argument.
public final class FromArgumentDefault implements Rule {
    @Override
    public String id() {
        return "PL-FROM-ARG-DEFAULT";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Set<String> declared = declared(file);
        for (Stage stage : file.stages()) {
            Expansion base = file.baseOf(stage);
            boolean fromOutside = !base.missing().isEmpty() && declared.containsAll(base.missing());
            if (fromOutside && !isImage(base.text())) {
                found.accept(
                        Violation.at(
                                stage.base().span(),
                                "without --build-arg "
                                        + base.missing().getFirst()
                                        + " this names no image: '"
                                        + base.text()
                                        + "'"));
            }
        }
    }

    /// The names of the ARG instructions before the first FROM.
    static Set<String> declared(LintedFile file) {
        return file.file().globalArguments().stream()
                .flatMap(each -> each.arguments().list().stream())
                .map(word -> word.text().split("=", 2)[0])
                .collect(Collectors.toSet());
    }

    private static boolean isImage(String text) {
        return !text.isEmpty()
                && ":/@-._".indexOf(text.charAt(0)) < 0
                && ":/@-._".indexOf(text.charAt(text.length() - 1)) < 0
                && !text.contains("//")
                && !text.contains("/:");
    }
}
