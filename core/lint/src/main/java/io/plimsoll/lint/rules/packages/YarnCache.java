package io.plimsoll.lint.rules.packages;

import io.plimsoll.dockerfile.Flag;
import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A `yarn install` that leaves its cache in the image.
public final class YarnCache implements Rule {
    @Override
    public String id() {
        return "PL-YARN-CACHE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            boolean cleans =
                    run.calls().stream().anyMatch(YarnCache::isClean)
                            || Cleaning.removes(
                                    run, "/usr/local/share/.cache", "/root/.cache", "~/.cache")
                            || run.mounts("/usr/local/share/.cache")
                            || hasCacheMount(run);
            if (cleans || file.isBuilder(run.stage())) {
                continue;
            }
            run.calls().stream()
                    .filter(YarnCache::isInstall)
                    .findFirst()
                    .ifPresent(call ->
                            found.accept(
                                    Violation.at(
                                            call.span(),
                                            "what yarn downloads stays in the image")));
        }
    }

    private static boolean isInstall(Call call) {
        boolean bare =
                call.arguments().isEmpty()
                        || call.arguments().stream().allMatch(each -> each.text().startsWith("--"));
        return call.program().equals("yarn")
                && !call.has("--version", "--help", "--cache-folder")
                && !call.hasPrefix("--cache-folder")
                && (bare || call.arguments().getFirst().is("install") || isGlobalAdd(call));
    }

    private static boolean isGlobalAdd(Call call) {
        return call.arguments().getFirst().is("add")
                || (call.arguments().getFirst().is("global") && call.has("add"));
    }

    private static boolean isClean(Call call) {
        return call.program().equals("yarn") && call.has("cache") && call.has("clean");
    }

    private static boolean hasCacheMount(Run run) {
        return run.instruction().flags().stream()
                .map(Flag::text)
                .anyMatch(text -> text.contains("type=cache") && text.contains("yarn"));
    }
}
