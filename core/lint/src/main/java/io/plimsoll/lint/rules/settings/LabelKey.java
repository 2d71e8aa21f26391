package io.plimsoll.lint.rules.settings;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A key of a label that tools cannot rely on.
///
/// Source: Docker's documentation, "Docker object labels", section "Key format recommendations".
public final class LabelKey implements Rule {
    @Override
    public String id() {
        return "PL-LABEL-KEY";
    }

    private static final Pattern KEY = Pattern.compile("[a-z0-9](?:[a-z0-9]|[.-](?=[a-z0-9]))*");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Labels.all(file)
                .filter(pair -> Labels.isKnown(pair.name().text()))
                .forEach(pair -> {
                    String key = Labels.plain(pair.name().text());
                    boolean reserved =
                            key.startsWith("com.docker.")
                                    || key.startsWith("io.docker.")
                                    || key.startsWith("org.dockerproject.");
                    if (reserved || !KEY.matcher(key).matches()) {
                        found.accept(
                                Violation.at(
                                        pair.name().span(),
                                        reserved
                                                ? "'"
                                                        + key
                                                        + "' is a name that Docker keeps for itself"
                                                : "'"
                                                        + key
                                                        + "' is no key of lower-case letters, digits,"
                                                        + " dots and hyphens"));
                    }
                });
    }
}
