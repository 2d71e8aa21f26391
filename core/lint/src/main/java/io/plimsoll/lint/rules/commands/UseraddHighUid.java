package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// A `useradd` with a high uid, which makes huge sparse files.
///
/// Source: the manual page of useradd, option `-l`; the files are `/var/log/lastlog` and `faillog`.
public final class UseraddHighUid implements Rule {
    @Override
    public String id() {
        return "PL-RUN-USERADD";
    }

    private static final int SHORT_UID = 5;

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.calls()
                .filter(call -> call.program().equals("useradd"))
                .filter(call -> !call.hasLetter('l') && !call.has("--no-log-init"))
                .filter(UseraddHighUid::hasHighUid)
                .forEach(call ->
                        found.accept(
                                new Violation(
                                        call.span(),
                                        "a high uid makes lastlog and faillog huge",
                                        call.run().isShell() && call.word().isBare()
                                                ? List.of(Edit.after(call.span(), " -l"))
                                                : List.of())));
    }

    private static boolean hasHighUid(Call call) {
        for (int i = 0; i < call.arguments().size(); i++) {
            String text = call.arguments().get(i).text();
            boolean option = text.equals("-u") || text.equals("--uid");
            String value =
                    option && i + 1 < call.arguments().size()
                            ? call.arguments().get(i + 1).text()
                            : text.startsWith("--uid=") ? text.substring("--uid=".length()) : "";
            if (value.length() > SHORT_UID && value.chars().allMatch(Character::isDigit)) {
                return true;
            }
        }
        return false;
    }
}
