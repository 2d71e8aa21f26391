package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A label that an image has to have and has not.
public final class LabelMissing implements Rule {
    @Override
    public String id() {
        return "PL-LABEL-MISSING";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Stage> chain = file.finalChain();
        if (chain.isEmpty() || file.settings().labels().isEmpty()) {
            return;
        }
        Set<String> present =
                chain.stream()
                        .flatMap(stage -> Labels.all(file, stage))
                        .map(pair -> Labels.plain(pair.name().text()))
                        .collect(Collectors.toSet());
        file.settings().labels().keySet().stream()
                .filter(name -> !present.contains(name))
                .forEach(name ->
                        found.accept(
                                Violation.at(
                                        chain.getLast().from().keywordSpan(),
                                        "the image has no label '" + name + "'")));
    }
}
