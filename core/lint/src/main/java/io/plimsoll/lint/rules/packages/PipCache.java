package io.plimsoll.lint.rules.packages;

import io.plimsoll.dockerfile.Flag;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A `pip install` that leaves what it downloaded in the image.
public final class PipCache implements Rule {
    @Override
    public String id() {
        return "PL-PIP-CACHE";
    }

    private static final String VARIABLE = "PIP_NO_CACHE_DIR";

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        BitSet told = told(file);
        for (Run run : file.runs()) {
            List<PackageCall> calls = PackageCall.all(run, PackageManager.PIP);
            boolean cleans =
                    calls.isEmpty()
                            || run.mounts("/root/.cache/pip")
                            || Cleaning.removes(run, "/root/.cache", "~/.cache", "$HOME/.cache")
                            || told.get(run.stage().index())
                            || isSet(run)
                            || hasCacheMount(run);
            if (cleans || file.isBuilder(run.stage())) {
                continue;
            }
            for (PackageCall call : calls) {
                boolean open =
                        call.isInstall()
                                && !call.call().has("--no-cache-dir", "--no-cache")
                                && !call.call().hasUnknownOption();
                if (open) {
                    found.accept(
                            new Violation(
                                    call.call().span(),
                                    "what pip downloads stays in the image",
                                    call.withOption("--no-cache-dir")));
                }
            }
        }
    }

    /// Somebody whose home is elsewhere mounts a cache of pip elsewhere.
    private static boolean hasCacheMount(Run run) {
        return run.instruction().flags().stream()
                .map(Flag::text)
                .anyMatch(text -> text.contains("type=cache") && text.contains("pip"));
    }

    private static boolean isSet(Run run) {
        return run.script().commands().stream()
                .flatMap(each -> Stream.concat(each.assignments().stream(), each.words().stream()))
                .anyMatch(each -> each.text().startsWith(VARIABLE + "="));
    }

    /// The stages in which the variable is named, and those upon them.
    private static BitSet told(LintedFile file) {
        BitSet told = new BitSet();
        for (Stage stage : file.stages()) {
            boolean above =
                    file.parentOf(stage).filter(parent -> told.get(parent.index())).isPresent();
            boolean here =
                    stage.instructions().stream()
                            .anyMatch(each -> each.logical().contains(VARIABLE));
            told.set(stage.index(), above || here);
        }
        return told;
    }
}
