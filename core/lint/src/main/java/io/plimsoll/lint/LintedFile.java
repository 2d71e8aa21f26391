package io.plimsoll.lint;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Build;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Expansion;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.dockerfile.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Dockerfile as rules see it.
public final class LintedFile {
    private static final int LONGEST_CHAIN = 100;

    private final Dockerfile file;
    private final LintSettings settings;
    private final Build build;
    private final List<Optional<Stage>> parents;
    private final Map<String, Stage> named;
    private final BitSet builders;
    private final List<Run> runs;
    private final Map<Integer, List<Run>> runsOfStages;

    private LintedFile(Dockerfile file, LintSettings settings) {
        this.file = file;
        this.settings = settings;
        this.build = Build.of(file, BuildArguments.none());
        this.parents = parents(file, build);
        this.named = named(file);
        this.builders = builders(copied(file));
        this.runs = RunReader.all(this);
        this.runsOfStages =
                runs.stream().collect(Collectors.groupingBy(run -> run.stage().index()));
    }

    public static LintedFile of(Dockerfile file) {
        return of(file, LintSettings.NONE);
    }

    /// The file, and what is known besides it.
    public static LintedFile of(Dockerfile file, LintSettings settings) {
        return new LintedFile(file, settings);
    }

    public LintSettings settings() {
        return settings;
    }

    public Dockerfile file() {
        return file;
    }

    public List<Stage> stages() {
        return file.stages();
    }

    /// The base of a stage, with the default values of the arguments.
    public Expansion baseOf(Stage stage) {
        return build.baseOf(stage);
    }

    /// The stage that a stage is built on; empty where it is built on an image.
    public Optional<Stage> parentOf(Stage stage) {
        return parents.get(stage.index());
    }

    /// The first stage of a name or number, as `--from` gives it, wherever it stands.
    public Optional<Stage> named(String nameOrNumber) {
        return Optional.ofNullable(named.get(nameOrNumber.toLowerCase(Locale.ROOT)));
    }

    /// The stages that the last one is made of, the one upon an image first.
    public List<Stage> finalChain() {
        return stages().isEmpty() ? List.of() : chain(stages().getLast());
    }

    /// A stage and those that it is made of, the one upon an image first; a hundred at most, which keeps
    /// the time in proportion.
    public List<Stage> chain(Stage stage) {
        ArrayDeque<Stage> chain = new ArrayDeque<>();
        Optional<Stage> next = Optional.of(stage);
        while (next.isPresent() && chain.size() < LONGEST_CHAIN) {
            chain.addFirst(next.get());
            next = parentOf(next.get());
        }
        return List.copyOf(chain);
    }

    /// Whether other stages take files of a stage and it is no part of the last one, so that its
    /// size does not matter.
    public boolean isBuilder(Stage stage) {
        return builders.get(stage.index());
    }

    /// The stage of a place; empty before the first one.
    public Optional<Stage> stageAt(Span span) {
        int low = 0;
        int high = stages().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stages().get(middle).from().span().start() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(stages().get(low - 1));
    }

    /// The instructions of a kind in all stages, those that ONBUILD waits with among them.
    public Stream<Instruction> instructions(InstructionKind kind) {
        return stages().stream().flatMap(stage -> instructions(stage, kind));
    }

    /// The instructions of a kind in one stage, those that ONBUILD waits with among them.
    public Stream<Instruction> instructions(Stage stage, InstructionKind kind) {
        return stage.instructions().stream()
                .flatMap(LintedFile::withTrigger)
                .filter(each -> each.kind() == kind);
    }

    /// The RUN instructions of all stages, in order.
    public List<Run> runs() {
        return runs;
    }

    /// The RUN instructions of one stage, in order.
    public List<Run> runs(Stage stage) {
        return runsOfStages.getOrDefault(stage.index(), List.of());
    }

    /// Each command of each RUN that names its program.
    public Stream<Call> calls() {
        return runs.stream().flatMap(run -> run.calls().stream());
    }

    /// A stage is one too where a stage upon it is one.
    private BitSet builders(Set<String> copied) {
        BitSet isFinal = new BitSet();
        finalChain().forEach(stage -> isFinal.set(stage.index()));
        BitSet found = new BitSet();
        for (Stage stage : stages().reversed()) {
            boolean named =
                    copied.contains("" + stage.index())
                            || stage.name().filter(copied::contains).isPresent();
            if (!isFinal.get(stage.index()) && (named || found.get(stage.index()))) {
                found.set(stage.index());
                parentOf(stage).ifPresent(parent -> found.set(parent.index()));
            }
        }
        found.andNot(isFinal);
        return found;
    }

    /// What `--from=` and `from=` of mounts name.
    private static Set<String> copied(Dockerfile file) {
        return file.instructions().stream()
                .flatMap(each -> each.flags().stream())
                .flatMap(flag -> Stream.of(flag.text().split(",", -1)))
                .map(option -> option.replaceFirst("^--mount=", ""))
                .map(option -> option.replaceFirst("^--", ""))
                .filter(option -> option.startsWith("from="))
                .map(option -> option.substring("from=".length()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Stream<Instruction> withTrigger(Instruction instruction) {
        return instruction.arguments() instanceof Arguments.Trigger(Instruction waiting)
                ? Stream.of(instruction, waiting)
                : Stream.of(instruction);
    }

    private static Map<String, Stage> named(Dockerfile file) {
        Map<String, Stage> named = new HashMap<>();
        file.stages()
                .forEach(stage -> stage.name().ifPresent(name -> named.putIfAbsent(name, stage)));
        file.stages().forEach(stage -> named.putIfAbsent("" + stage.index(), stage));
        return named;
    }

    private static List<Optional<Stage>> parents(Dockerfile file, Build build) {
        Map<String, Stage> named = new HashMap<>();
        List<Optional<Stage>> parents = new ArrayList<>();
        for (Stage stage : file.stages()) {
            parents.add(Optional.ofNullable(named.get(build.baseOf(stage).text())));
            stage.name().ifPresent(name -> named.put(name, stage));
        }
        return parents;
    }
}
