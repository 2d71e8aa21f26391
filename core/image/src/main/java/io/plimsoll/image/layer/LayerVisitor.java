package io.plimsoll.image.layer;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.tar.TarInput;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Stands between the tar reader and the caller's visitor: turns `.wh.` names into whiteouts, tells
/// the progress, and keeps the visitor's own failures apart from those of the archive.
///
/// Source of the names: OCI image specification, `layer.md`, "Whiteouts"; names that begin with
/// `.wh..wh.` belong to aufs.
final class LayerVisitor implements EntryVisitor {
    private static final String WHITEOUT = ".wh.";
    private static final String META = ".wh..wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    private final EntryVisitor visitor;
    private final TarInput in;
    private final ProblemLog problems;
    private final LongConsumer progress;
    private @Nullable IOException ownFailure;

    /// @param progress told the position in the archive after each entry
    LayerVisitor(EntryVisitor visitor, TarInput in, ProblemLog problems, LongConsumer progress) {
        this.visitor = visitor;
        this.in = in;
        this.problems = problems;
        this.progress = progress;
    }

    @Override
    public void entry(LayerEntry entry) throws IOException, InterruptedException {
        String path = entry.path();
        String name = ImagePath.name(path);
        if (path.startsWith("/" + META) && !name.equals(OPAQUE)) {
            return;
        }
        if (!name.startsWith(WHITEOUT)) {
            pass(entry);
        } else if (name.equals(OPAQUE)) {
            pass(new MarkerEntry(ImagePath.parent(path), EntryKind.OPAQUE, entry));
        } else if (!name.startsWith(META)) {
            whiteout(entry, path, name.substring(WHITEOUT.length()));
        }
        progress.accept(in.position());
    }

    private void whiteout(LayerEntry entry, String path, String deleted)
            throws IOException, InterruptedException {
        String parent = ImagePath.parent(path);
        if (deleted.isEmpty() || deleted.equals(".") || deleted.equals("..")) {
            problems.add(parent, ProblemKind.MALFORMED, "a whiteout names no file: '" + path + "'");
            return;
        }
        String target = parent.equals("/") ? "/" + deleted : parent + "/" + deleted;
        pass(new MarkerEntry(target, EntryKind.WHITEOUT, entry));
    }

    private void pass(LayerEntry entry) throws IOException, InterruptedException {
        try {
            visitor.entry(entry);
        } catch (InterruptedIOException interrupted) {
            if (interrupted.getCause() instanceof InterruptedException && Thread.interrupted()) {
                throw interrupted(interrupted);
            }
            throw kept(interrupted);
        } catch (IOException failure) {
            throw kept(failure);
        }
    }

    private static InterruptedException interrupted(InterruptedIOException cause) {
        InterruptedException interrupted = new InterruptedException(cause.getMessage());
        interrupted.initCause(cause);
        return interrupted;
    }

    private IOException kept(IOException failure) {
        if (!in.failure().isCauseOf(failure)) {
            ownFailure = failure;
        }
        return failure;
    }

    /// Throws the exception again where the visitor was its origin.
    void rethrowOwn(IOException failure) throws IOException {
        if (ownFailure != null) {
            throw failure;
        }
    }
}
