package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// An install by yum, dnf or zypper whose downloads and metadata stay in the image.
public final class CleanAll implements Rule {
    private final String id;
    private final PackageManager manager;
    private final List<String> folders;

    /// The rule for one package manager.
    ///
    /// @param folders where they lie
    public CleanAll(String id, PackageManager manager, List<String> folders) {
        this.id = id;
        this.manager = manager;
        this.folders = List.copyOf(folders);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            List<PackageCall> calls = PackageCall.all(run, manager);
            boolean cleans =
                    folders.stream().anyMatch(run::mounts)
                            || Cleaning.removes(run, folders.toArray(String[]::new))
                            || cleansByItself(run);
            if (cleans || file.isBuilder(run.stage())) {
                continue;
            }
            calls.stream()
                    .filter(PackageCall::isInstall)
                    .findFirst()
                    .ifPresent(call ->
                            found.accept(
                                    Violation.at(
                                            call.call().span(),
                                            "what "
                                                    + call.call().program()
                                                    + " downloads stays in the image")));
        }
    }

    /// Any of the managers of RPM packages may clean.
    private static boolean cleansByItself(Run run) {
        return run.calls().stream()
                .flatMap(call -> PackageCall.of(call).stream())
                .anyMatch(call -> call.is("clean", "cc"));
    }
}
