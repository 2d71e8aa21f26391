package io.plimsoll.image.dir;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.layer.MarkerEntry;
import io.plimsoll.image.problem.ProblemLog;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/// Turns the marks of overlayfs into whiteouts and opaque markers.
///
/// Source: Linux, `filesystems/overlayfs.rst`, "whiteouts and opaque directories"; without privileges
/// the attributes are in the namespace `user.`.
final class OverlayVisitor implements DirectoryWalk.FileVisitor {
    private static final String YES = "y";

    private final EntryVisitor visitor;
    private final ExtendedAttributes attributes;
    private final List<MemorySegment> opaque;
    private final List<MemorySegment> redirect;

    OverlayVisitor(EntryVisitor visitor, ExtendedAttributes attributes) {
        this.visitor = visitor;
        this.attributes = attributes;
        this.opaque = names("opaque");
        this.redirect = names("redirect");
    }

    private List<MemorySegment> names(String name) {
        return List.of(
                attributes.name("trusted.overlay." + name),
                attributes.name("user.overlay." + name));
    }

    @Override
    public void file(DirectoryEntry entry) throws IOException, InterruptedException {
        if (entry.status().isWhiteout()) {
            visitor.entry(new MarkerEntry(entry.path(), EntryKind.WHITEOUT, entry));
            return;
        }
        visitor.entry(entry);
        if (entry.kind() == EntryKind.DIRECTORY) {
            folder(entry);
        }
    }

    private void folder(DirectoryEntry entry) throws IOException, InterruptedException {
        if (attribute(entry, redirect).isPresent()) {
            throw unknown(entry, "leads to another folder of a layer below");
        }
        Optional<String> mark = attribute(entry, opaque);
        if (mark.isPresent() && !mark.get().equals(YES)) {
            throw unknown(entry, "has the opaque mark " + ProblemLog.quote(mark.get()));
        }
        if (mark.isPresent()) {
            visitor.entry(new MarkerEntry(entry.path(), EntryKind.OPAQUE, entry));
        }
    }

    private static ImageFormatException unknown(DirectoryEntry entry, String what) {
        return new ImageFormatException(
                "'"
                        + entry.file()
                        + "' "
                        + what
                        + ", which only overlayfs itself can follow; --engine-export reads the image"
                        + " another way");
    }

    private Optional<String> attribute(DirectoryEntry entry, List<MemorySegment> names)
            throws IOException {
        for (MemorySegment name : names) {
            Optional<String> value = attributes.get(entry.file(), name);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }
}
