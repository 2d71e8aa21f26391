package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.ShellWord;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Packages that are installed in whatever version there is.
public final class PinnedPackages implements Rule {
    private static final int SHOWN = 5;

    private final String id;
    private final PackageManager manager;
    private final String example;

    /// The rule for one package manager.
    ///
    /// @param example how a version is written
    public PinnedPackages(String id, PackageManager manager, String example) {
        this.id = id;
        this.manager = manager;
        this.example = example;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (PackageCall call : PackageCall.all(file, manager)) {
            List<ShellWord> open =
                    call.isInstall() && !isPinnedByOption(call)
                            ? call.operands().stream()
                                    .filter(word -> word.isLiteral() && !isPinned(word.text()))
                                    .toList()
                            : List.of();
            if (!open.isEmpty()) {
                found.accept(Violation.at(open.getFirst().span(), message(open)));
            }
        }
    }

    private String message(List<ShellWord> open) {
        String names =
                open.stream().limit(SHOWN).map(ShellWord::text).collect(Collectors.joining(", "));
        int more = open.size() - SHOWN;
        return "no version is asked for ("
                + example
                + "): "
                + names
                + (more > 0 ? " and " + more + " more" : "");
    }

    private boolean isPinnedByOption(PackageCall call) {
        return manager == PackageManager.GEM
                && (call.call().has("-v", "--version") || call.call().hasPrefix("--version="));
    }

    private boolean isPinned(String name) {
        return switch (manager) {
            case APT -> has(name, "=/") || name.endsWith(".deb") || name.endsWith("-");
            case APK -> has(name, "=~<>/") || name.startsWith(".") || name.startsWith("!");
            case PIP -> has(name, "=<>~/!@") || name.startsWith(".") || name.endsWith(".whl");
            case NPM -> name.lastIndexOf('@') > 0 || isPath(name) || name.contains(":");
            case GEM -> has(name, ":/") || name.endsWith(".gem");
            case YUM, DNF -> isRpm(name);
            case ZYPPER -> has(name, "=<>~/") || name.endsWith(".rpm") || name.contains(":");
        };
    }

    /// A scope has a slash too.
    private static boolean isPath(String name) {
        return name.startsWith(".")
                || name.endsWith(".tgz")
                || (name.indexOf('/') >= 0 && name.charAt(0) != '@');
    }

    /// A version, a release or an epoch behind a hyphen; a file; a group or a module.
    private static boolean isRpm(String name) {
        int hyphen = name.indexOf('-');
        while (hyphen >= 0 && hyphen + 1 < name.length()) {
            char next = name.charAt(hyphen + 1);
            if (next >= '0' && next <= '9') {
                return true;
            }
            hyphen = name.indexOf('-', hyphen + 1);
        }
        return has(name, "/@*(") || name.endsWith(".rpm");
    }

    private static boolean has(String name, String characters) {
        return name.chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }
}
