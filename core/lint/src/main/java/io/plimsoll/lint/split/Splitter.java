package io.plimsoll.lint.split;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.context.CleanPath;
import io.plimsoll.lint.image.BuiltFile;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.image.BuiltPackage;
import io.plimsoll.lint.image.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Suggests a Dockerfile that builds in one stage and runs in another.
///
/// A suggestion is made only where each part of it can be argued from the file and the image: which
/// instructions build, which files the program needs, and which packages these need. What a program opens
/// by a name of its own cannot be seen, so that every file is copied that is neither a source nor between
/// a source and a program.
public final class Splitter {
    private final LintedFile file;
    private final BuiltImage image;

    private Splitter(LintedFile file, BuiltImage image) {
        this.file = file;
        this.image = image;
    }

    /// Looks for a split of the last stage.
    public static SplitResult suggest(LintedFile file, BuiltImage image) {
        try {
            return new Splitter(file, image).suggest();
        } catch (NoSplitException none) {
            return new SplitResult.None(String.valueOf(none.getMessage()));
        }
    }

    private SplitResult suggest() throws NoSplitException {
        Stage stage = stage();
        StageSteps steps = StageSteps.of(file, stage, image);
        StartPrograms start = StartPrograms.of(image, workingFolder(stage));
        CopiedFiles files = CopiedFiles.of(image, steps.buildingLines(), start.paths());
        Set<String> required = new TreeSet<>(start.packages());
        required.addAll(files.packages());
        RuntimePackages packages = RuntimePackages.of(image, steps.runs(), required);
        List<String> paths = files.paths();
        if (paths.isEmpty()) {
            throw new NoSplitException(
                    "the instructions that build leave no file that a container needs");
        }
        String text =
                new SplitWriter(file.file(), stage, steps, image.packageType())
                        .write(paths, packages, files.needsCache());
        Selection removed = Selection.of(packages.removed());
        long saved = removed.size() + files.left() + downloads(steps, packages, removed);
        SplitResult.Weight before =
                new SplitResult.Weight(image.size(), image.packages().size(), image.findings());
        SplitResult.Weight after =
                new SplitResult.Weight(
                        Math.max(0, image.size() - saved),
                        image.packages().size() - removed.packages().size(),
                        image.findings().minus(removed.findings()));
        return new SplitResult.Suggested(text, reasons(paths, packages, removed), before, after);
    }

    /// What package managers keep besides packages: archives, as far as they are of packages that are
    /// left out; lists and their caches too where nothing is installed any longer.
    private long downloads(StageSteps steps, RuntimePackages packages, Selection removed) {
        Set<Integer> lines = new TreeSet<>();
        steps.installs().forEach(each -> lines.add(each.line()));
        boolean installs = !packages.names().isEmpty();
        String folder = installs ? "/var/cache/apt/archives/" : "/var/";
        long kept =
                image.files().stream()
                        .filter(each -> lines.contains(each.line()))
                        .filter(each -> each.path().startsWith(folder))
                        .mapToLong(BuiltFile::size)
                        .sum();
        long own =
                Selection.of(
                                image.packages().values().stream()
                                        .filter(BuiltPackage::isOwn)
                                        .toList())
                        .size();
        return !installs ? kept : own == 0 ? 0 : Math.round((double) kept * removed.size() / own);
    }

    private Stage stage() throws NoSplitException {
        List<Stage> chain = file.finalChain();
        if (!file.file().problems().isEmpty() || chain.isEmpty()) {
            throw new NoSplitException("a builder would refuse the file");
        }
        if (chain.size() > 1) {
            throw new NoSplitException(
                    "the last stage is built on another one: which of them runs is not clear");
        }
        if (image.missingLine().isPresent()) {
            throw new NoSplitException(
                    "the image was not built of this file: line "
                            + image.missingLine().getAsInt()
                            + " is not in its history");
        }
        if (!image.hasLayers()) {
            throw new NoSplitException(
                    "which instruction made which files is not certain: build the image with a layer for"
                            + " each (buildah: --layers) and with no more than 300,000 files");
        }
        if (!Set.of("deb", "apk").contains(image.packageType())) {
            throw new NoSplitException("only images with dpkg or apk can be split");
        }
        return chain.getFirst();
    }

    private static String workingFolder(Stage stage) {
        String folder = "/";
        for (Instruction each : stage.instructions()) {
            if (each.kind() == InstructionKind.WORKDIR) {
                String path = each.arguments().last().map(Word::text).orElse("");
                folder = CleanPath.of(path.startsWith("/") ? path : folder + "/" + path);
            }
        }
        return folder;
    }

    private static List<String> reasons(
            List<String> paths, RuntimePackages packages, Selection removed) {
        List<String> reasons = new ArrayList<>();
        reasons.add(
                "only the stage that builds installs "
                        + String.join(", ", packages.tools())
                        + "; a program that calls one of them needs it in the other too");
        reasons.add(
                "copied from it, because a container starts with it or may read it: "
                        + String.join(", ", paths));
        if (!packages.names().isEmpty()) {
            reasons.add(
                    "installed in the other, because the file asks for it or a program needs it: "
                            + String.join(", ", packages.names()));
        }
        reasons.add(
                removed.packages().size()
                        + " packages are left out: "
                        + removed.names()
                        + " ("
                        + removed.cost()
                        + ")");
        return reasons;
    }
}
