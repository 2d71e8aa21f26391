package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.ShellWord;
import java.util.List;
import java.util.function.Consumer;

/// A `go install` of whatever version there is.
public final class GoPin implements Rule {
    @Override
    public String id() {
        return "PL-GO-PIN";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.calls()
                .filter(GoPin::isInstall)
                .flatMap(call -> call.arguments().stream().skip(1))
                .filter(word -> word.isLiteral() && isOpen(word.text()))
                .forEach(word ->
                        found.accept(
                                Violation.at(
                                        word.span(),
                                        "no version is asked for (module@v1.2.3): "
                                                + word.text())));
    }

    private static boolean isInstall(Call call) {
        List<ShellWord> arguments = call.arguments();
        return call.program().equals("go")
                && !arguments.isEmpty()
                && (arguments.getFirst().is("install") || arguments.getFirst().is("get"));
    }

    /// What has a host in front is a module of others; without `@` the `go.mod` says which version.
    private static boolean isOpen(String argument) {
        int slash = argument.indexOf('/');
        boolean module = slash > 0 && argument.substring(0, slash).indexOf('.') > 0;
        return module
                && !argument.startsWith(".")
                && (argument.endsWith("@latest")
                        || argument.endsWith("@master")
                        || argument.endsWith("@main")
                        || argument.endsWith("@upgrade"));
    }
}
