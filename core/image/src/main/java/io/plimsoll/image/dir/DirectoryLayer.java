package io.plimsoll.image.dir;

import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A folder as a layer: each reading walks it anew.
final class DirectoryLayer implements Layer {
    private final Path root;
    private final Limits limits;
    private final LayerDescription description;

    DirectoryLayer(Path root, Limits limits) {
        this.root = root;
        this.limits = limits;
        this.description =
                new LayerDescription(
                        Optional.empty(), Optional.empty(), 0, "", "", "folder '" + root + "'");
    }

    @Override
    public LayerDescription description() {
        return description;
    }

    @Override
    public LayerResult read(EntryVisitor visitor, LongConsumer bytesRead)
            throws IOException, InterruptedException {
        ProblemLog problems = new ProblemLog("directory");
        DirectoryWalk walk = new DirectoryWalk(root, limits, problems);
        long size = walk.walk(visitor::entry, bytesRead);
        return new LayerResult(Optional.empty(), size, problems.problems(), true);
    }
}
