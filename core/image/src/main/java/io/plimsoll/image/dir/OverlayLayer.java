package io.plimsoll.image.dir;

import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A folder in which an engine keeps one layer for overlayfs: whiteouts are devices, opaque folders
/// carry an attribute.
///
/// Nothing can be verified: the folder holds what the tar archive held, but not its bytes. The
/// result therefore has no diff id, and the layer no identity under which a cache might know it.
public final class OverlayLayer implements Layer {
    private final Path folder;
    private final Limits limits;
    private final LayerDescription description;

    /// A layer that is not read before it is asked to.
    ///
    /// @param description with the diff id that the engine's configuration states
    public OverlayLayer(Path folder, LayerDescription description, Limits limits) {
        this.folder = folder;
        this.limits = limits;
        this.description = description;
    }

    @Override
    public LayerDescription description() {
        return description;
    }

    @Override
    public LayerResult read(EntryVisitor visitor, LongConsumer bytesRead)
            throws IOException, InterruptedException {
        ProblemLog problems = new ProblemLog("layer");
        Optional<Long> before = inode();
        if (before.isEmpty()) {
            return gone();
        }
        long size;
        try (ExtendedAttributes attributes = ExtendedAttributes.open()) {
            OverlayVisitor overlay = new OverlayVisitor(visitor, attributes);
            size = new DirectoryWalk(folder, limits, problems).walk(overlay, bytesRead);
        }
        return before.equals(inode())
                ? new LayerResult(
                        Optional.empty(), size, problems.problems(description.diffId()), true)
                : gone();
    }

    /// An engine that removes an image meanwhile leaves a layer that looks empty.
    private LayerResult gone() {
        ProblemLog problems = new ProblemLog("layer");
        problems.add(
                "",
                ProblemKind.MISSING,
                description.name() + " was removed from '" + folder + "' by the engine");
        return new LayerResult(Optional.empty(), 0, List.copyOf(problems.problems()), false);
    }

    private Optional<Long> inode() {
        try {
            return Optional.of(FileStatus.of(folder).inode());
        } catch (IOException removed) {
            return Optional.empty();
        }
    }
}
