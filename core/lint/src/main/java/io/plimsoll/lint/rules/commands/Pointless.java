package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.Link;
import java.util.Set;
import java.util.function.Consumer;

/// A command that does nothing useful in a build.
public final class Pointless implements Rule {
    @Override
    public String id() {
        return "PL-RUN-POINTLESS";
    }

    private static final Set<String> POINTLESS =
            Set.of(
                    "ssh",
                    "vim",
                    "vi",
                    "nano",
                    "shutdown",
                    "reboot",
                    "service",
                    "systemctl",
                    "ps",
                    "free",
                    "top",
                    "htop",
                    "kill",
                    "killall",
                    "mount",
                    "ifconfig",
                    "su");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.calls()
                .filter(call -> POINTLESS.contains(call.program()))
                .filter(call -> !isUseful(call))
                .forEach(call ->
                        found.accept(
                                Violation.at(
                                        call.span(),
                                        "'"
                                                + call.program()
                                                + "' has nothing to act on while an image is built")));
    }

    /// Enabling a unit writes links; a server that the same script starts can be stopped; `su` and `ssh`
    /// may run something.
    private static boolean isUseful(Call call) {
        return switch (call.program()) {
            case "systemctl" ->
                    call.has("enable", "disable", "mask", "set-default", "preset", "unmask");
            case "kill", "killall" ->
                    call.run().script().commands().stream()
                            .anyMatch(each -> each.after() == Link.BACKGROUND);
            case "service" -> call.has("start") && call.run().script().commands().size() > 1;
            case "su" ->
                    call.arguments().stream()
                            .anyMatch(each -> each.text().startsWith("-c") || each.is("--command"));
            case "ssh" -> call.has("-T") || call.arguments().size() > 1;
            case "ps", "vi", "vim", "mount" -> call.run().script().commands().size() > 1;
            default -> false;
        };
    }
}
