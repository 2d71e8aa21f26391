package io.plimsoll.lint.rules.settings;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A last USER by a name.
public final class UserName implements Rule {
    @Override
    public String id() {
        return "PL-USER-NAME";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        RootUser.lastUser(file)
                .flatMap(user -> user.arguments().last())
                .filter(word -> isName(word.text().replace("\"", "").split(":", 2)[0]))
                .ifPresent(word ->
                        found.accept(
                                Violation.at(
                                        word.span(),
                                        "who starts the container cannot tell from '"
                                                + word.text()
                                                + "' that it is not root")));
    }

    /// Root has a rule of its own; Windows knows users by names only, `ContainerUser` and
    /// `ContainerAdministrator`.
    private static boolean isName(String user) {
        return !user.isEmpty()
                && user.indexOf('$') < 0
                && !user.equals("root")
                && !user.startsWith("Container")
                && user.chars().anyMatch(c -> c < '0' || c > '9');
    }
}
