package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.ShellWord;
import java.util.function.Consumer;

/// An install command that would ask whether it may.
public final class AssumeYes implements Rule {
    private final String id;
    private final PackageManager manager;

    public AssumeYes(String id, PackageManager manager) {
        this.id = id;
        this.manager = manager;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (PackageCall call : PackageCall.all(file, manager)) {
            boolean open =
                    call.isInstall()
                            && !call.operands().isEmpty()
                            && !call.call().hasUnknownOption()
                            && !says(call.call());
            if (open) {
                found.accept(
                        new Violation(
                                call.call().span(),
                                "'"
                                        + call.call().program()
                                        + " "
                                        + call.subcommand().text()
                                        + "' asks before it installs, and nobody answers",
                                call.withOption("-y")));
            }
        }
    }

    private boolean says(Call call) {
        boolean common =
                call.hasLetter('y')
                        || call.has(
                                "--yes",
                                "--assume-yes",
                                "--assumeyes",
                                "--simulate",
                                "--force-yes");
        return common
                || call.isFed()
                || switch (manager) {
                    case APT ->
                            isQuiet(call)
                                    || call.hasPrefix("APT::Get::Assume")
                                    || call.hasPrefix("-oAPT::Get::Assume");
                    case ZYPPER ->
                            call.has("--non-interactive", "--no-confirm") || call.hasLetter('n');
                    case YUM, DNF -> call.hasPrefix("--setopt=assumeyes");
                    default -> false;
                };
    }

    /// Two `-q` answer yes.
    private static boolean isQuiet(Call call) {
        return call.hasPrefix("-q=2")
                || call.arguments().stream()
                                .map(ShellWord::text)
                                .filter(text -> text.startsWith("-") && !text.startsWith("--"))
                                .mapToLong(text -> text.chars().filter(c -> c == 'q').count())
                                .sum()
                        > 1;
    }
}
