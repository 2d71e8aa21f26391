package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// An update of package lists that nothing in the same RUN uses.
public final class UpdateAlone implements Rule {
    @Override
    public String id() {
        return "PL-UPDATE-ALONE";
    }

    private static final Set<String> HARMLESS = Set.of("rm", "echo", "true", "set", "find");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            List<Call> calls = run.calls();
            boolean readable =
                    run.script().isComplete()
                            && run.script().commands().size() == calls.size()
                            && !run.mounts("/var/lib/apt/lists");
            List<Call> rest = readable ? calls.reversed() : List.of();
            rest.stream()
                    .takeWhile(UpdateAlone::isHarmless)
                    .filter(UpdateAlone::isUpdate)
                    .forEach(call ->
                            found.accept(
                                    Violation.at(
                                            call.span(),
                                            "the lists are cached with this RUN and grow old while"
                                                    + " later ones install by them")));
        }
    }

    private static boolean isHarmless(Call call) {
        return HARMLESS.contains(call.program())
                || isUpdate(call)
                || PackageCall.of(call).filter(each -> each.is("clean", "autoclean")).isPresent();
    }

    private static boolean isUpdate(Call call) {
        return PackageCall.of(call)
                .filter(each ->
                        each.manager() == PackageManager.APT
                                || each.manager() == PackageManager.APK)
                .filter(each -> each.is("update"))
                .isPresent();
    }
}
