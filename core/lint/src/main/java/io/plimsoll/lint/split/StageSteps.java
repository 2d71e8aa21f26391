package io.plimsoll.lint.split;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.image.BuiltFile;
import io.plimsoll.lint.image.BuiltImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Which instructions of the last stage build, which run, and which do both.
final class StageSteps {
    /// Where an instruction goes.
    enum Side {
        BUILD,
        FINAL,
        BOTH
    }

    private final Stage stage;
    private final BuiltImage image;
    private final Map<Integer, Run> runs = new HashMap<>();
    private final List<Instruction> installs = new ArrayList<>();
    private final Map<Integer, Side> sides = new HashMap<>();
    private int lastBuild = -1;

    private StageSteps(LintedFile file, Stage stage, BuiltImage image) {
        this.stage = stage;
        this.image = image;
        file.runs(stage).forEach(run -> runs.put(run.instruction().line(), run));
    }

    /// Tells the instructions of a stage apart.
    ///
    /// @throws NoSplitException if one of them cannot be told, or none builds
    static StageSteps of(LintedFile file, Stage stage, BuiltImage image) throws NoSplitException {
        StageSteps steps = new StageSteps(file, stage, image);
        steps.findLastBuild();
        for (int i = 0; i < stage.instructions().size(); i++) {
            steps.place(i, stage.instructions().get(i));
        }
        return steps;
    }

    Side side(Instruction instruction) {
        return sides.getOrDefault(instruction.line(), Side.FINAL);
    }

    /// The last instruction of the building side.
    Instruction lastBuild() {
        return stage.instructions().get(lastBuild);
    }

    /// The RUNs that do nothing but call package managers, in order.
    List<Instruction> installs() {
        return List.copyOf(installs);
    }

    /// All RUNs of the stage, in order.
    List<Run> runs() {
        return runs.values().stream()
                .sorted((left, right) ->
                        Integer.compare(left.instruction().line(), right.instruction().line()))
                .toList();
    }

    /// Lines of instructions that only build, apart from those that install.
    Set<Integer> buildingLines() {
        Set<Integer> lines = new HashSet<>();
        for (Instruction each : stage.instructions()) {
            if (side(each) == Side.BUILD && !installs.contains(each)) {
                lines.add(each.line());
            }
        }
        return lines;
    }

    private void findLastBuild() throws NoSplitException {
        boolean builds = false;
        for (int i = 0; i < stage.instructions().size(); i++) {
            Instruction each = stage.instructions().get(i);
            if (each.kind() == InstructionKind.RUN) {
                RunKind kind = kind(each);
                builds |= kind == RunKind.BUILD;
                lastBuild =
                        builds && (kind == RunKind.BUILD || kind == RunKind.FINISH) ? i : lastBuild;
            }
        }
        for (Run run : builds ? List.<Run>of() : runs()) {
            if (RunKind.builds(run)) {
                throw unknown(run.instruction());
            }
        }
        if (!builds) {
            throw new NoSplitException(
                    "no RUN of the last stage calls a compiler or a build system that is known");
        }
    }

    private RunKind kind(Instruction run) {
        Run read = runs.get(run.line());
        return read == null ? RunKind.UNKNOWN : RunKind.of(read);
    }

    private void place(int index, Instruction each) throws NoSplitException {
        boolean before = index <= lastBuild;
        Side side =
                switch (each.kind()) {
                    case RUN -> run(before, each);
                    case COPY, ADD -> before ? Side.BUILD : Side.FINAL;
                    case ARG, ENV, SHELL, USER, WORKDIR -> before ? Side.BOTH : Side.FINAL;
                    case ONBUILD, UNKNOWN, FROM ->
                            throw new NoSplitException(
                                    "line "
                                            + each.line()
                                            + " has "
                                            + each.keyword()
                                            + ", which no suggestion is made for");
                    case CMD,
                            ENTRYPOINT,
                            EXPOSE,
                            HEALTHCHECK,
                            LABEL,
                            MAINTAINER,
                            STOPSIGNAL,
                            VOLUME ->
                            Side.FINAL;
                };
        sides.put(each.line(), side);
    }

    private Side run(boolean before, Instruction each) throws NoSplitException {
        return switch (kind(each)) {
            case INSTALL -> {
                installs.add(each);
                yield Side.BUILD;
            }
            case BUILD, FINISH -> {
                if (changesAccounts(each)) {
                    throw unknown(each);
                }
                yield before ? Side.BUILD : Side.FINAL;
            }
            case SETUP -> !before ? Side.FINAL : namesRelative(each) ? Side.BUILD : Side.BOTH;
            case UNKNOWN -> {
                if (!before || leavesFiles(each) || changesAccounts(each) || brings(each)) {
                    throw unknown(each);
                }
                yield Side.BUILD;
            }
        };
    }

    private static NoSplitException unknown(Instruction each) {
        return new NoSplitException(
                "line "
                        + each.line()
                        + " does more than build or what is not known ('"
                        + each.summary()
                        + "'): the program may need what it makes");
    }

    /// A folder in the sources is not there where they are not.
    private static boolean namesRelative(Instruction run) {
        return run.arguments() instanceof Arguments.Text(Word text)
                && text.text().contains("mkdir")
                && !text.text().contains(" /");
    }

    private boolean changesAccounts(Instruction run) {
        return image.files().stream()
                .filter(file -> file.line() == run.line())
                .anyMatch(file -> Leftovers.isAccounts(file.path()));
    }

    /// Whether packages came with it, by whichever way.
    private boolean brings(Instruction run) {
        return image.packages().values().stream()
                .anyMatch(each -> each.line().equals(OptionalInt.of(run.line())));
    }

    private boolean leavesFiles(Instruction run) {
        return image.files().stream()
                .filter(file -> file.line() == run.line())
                .filter(file -> file.kind() != BuiltFile.Kind.FOLDER)
                .map(BuiltFile::path)
                .anyMatch(path -> !Leftovers.isCache(path));
    }
}
