package io.plimsoll.lint.rules.style;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Dependencies that are fetched anew whenever any source file changes.
///
/// What a COPY brings decides whether the layers behind it are taken from the cache.
public final class CacheOrder implements Rule {
    @Override
    public String id() {
        return "PL-CACHE-ORDER";
    }

    /// Commands that fetch dependencies, by program.
    private static final Map<String, Set<String>> FETCHES =
            Map.of(
                    "npm", Set.of("ci", "install", "i"),
                    "pnpm", Set.of("install", "i", "fetch"),
                    "yarn", Set.of("install"),
                    "go", Set.of("mod"),
                    "mvn", Set.of("dependency:go-offline", "dependency:resolve"),
                    "bundle", Set.of("install"),
                    "composer", Set.of("install"),
                    "cargo", Set.of("fetch"),
                    "poetry", Set.of("install"),
                    "dotnet", Set.of("restore"));

    private static final Set<String> PIPS = Set.of("pip", "pip3");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            Optional<Instruction> all =
                    stage.instructions().stream().filter(CacheOrder::takesAll).findFirst();
            Optional<Call> fetch =
                    all.flatMap(copy ->
                            file.runs(stage).stream()
                                    .filter(run ->
                                            run.instruction().span().start() > copy.span().start())
                                    .filter(run -> !isCached(run))
                                    .flatMap(run -> run.calls().stream())
                                    .filter(CacheOrder::isFetch)
                                    .findFirst());
            if (all.isPresent() && fetch.isPresent()) {
                found.accept(violation(all.get(), fetch.get()));
            }
        }
    }

    private static Violation violation(Instruction copy, Call fetch) {
        return Violation.at(
                copy.arguments().list().getFirst().span(),
                "each change of any file makes line "
                        + fetch.span().line()
                        + " fetch all dependencies again ("
                        + fetch.program()
                        + " "
                        + fetch.arguments().getFirst().text()
                        + ")");
    }

    private static boolean takesAll(Instruction copy) {
        List<Word> words = copy.arguments().list();
        boolean copies = copy.kind() == InstructionKind.COPY || copy.kind() == InstructionKind.ADD;
        return copies
                && copy.flag("--from").isEmpty()
                && words.size() == 2
                && words.getFirst().text().matches("\\.?/?\\.?");
    }

    /// A mount of a cache keeps what was fetched.
    private static boolean isCached(Run run) {
        return run.instruction().flags().stream()
                .anyMatch(flag -> flag.text().contains("type=cache"));
    }

    private static boolean isFetch(Call call) {
        if (call.arguments().isEmpty()) {
            return false;
        }
        String first = call.arguments().getFirst().text();
        if (PIPS.contains(call.program())) {
            return first.equals("install")
                    && (call.has("-r", "--requirement") || call.hasPrefix("-r"));
        }
        boolean fetches = FETCHES.getOrDefault(call.program(), Set.of()).contains(first);
        // With a name behind it one package is installed, whatever the context holds.
        boolean named = call.arguments().stream().skip(1).anyMatch(each -> !each.isOption());
        return fetches && (call.program().equals("go") ? call.has("download", "vendor") : !named);
    }
}
