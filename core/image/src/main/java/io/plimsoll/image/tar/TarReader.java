package io.plimsoll.image.tar;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.tar.SparseMap.Region;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Reads an archive once, from front to back: v7, ustar, pax, GNU and star.
///
/// Where the formats leave a choice it reads as Go's `archive/tar` does, for container engines are
/// built on that, and a scanner must see the files that a container will have: global pax headers
/// change nothing, links and folders have no content whatever their size field says, a lone zero
/// block does not end the archive.
///
/// A bad entry is noted and passed over; a bad header ends the reading. For one thread.
public final class TarReader {
    /// Bytes of an extended header, as in Go's reader.
    private static final int MAX_EXTENSION = 1024 * 1024;

    private final TarInput in;
    private final Limits limits;
    private final ProblemLog problems;
    private final byte[] block = new byte[TarHeader.BLOCK];
    private long entries;

    public TarReader(TarInput in, Limits limits, ProblemLog problems) {
        this.in = in;
        this.limits = limits;
        this.problems = problems;
    }

    /// Hands every entry to the visitor, up to the end mark or the end of the input. What follows
    /// the end mark is left unread.
    ///
    /// @throws TarFormatException if the rest cannot be read
    /// @throws io.plimsoll.model.LimitExceededException if there are too many or too large entries
    /// @throws IOException if the input failed, or the visitor threw it
    /// @throws InterruptedException if the thread was interrupted
    public void read(EntryVisitor visitor) throws IOException, InterruptedException {
        TarExtensions extensions = new TarExtensions();
        while (nextBlock()) {
            TarHeader header = TarHeader.parse(block, in.position() - TarHeader.BLOCK);
            limits.check(Limit.ENTRIES, ++entries, "tar, byte " + header.offset());
            switch (header.type()) {
                case 'x', 'X' -> extensions.readPax(extension(header), header.offset());
                case 'g' -> global(header);
                case 'L' -> extensions.longName(name(extension(header)));
                case 'K' -> extensions.longLink(name(extension(header)));
                default -> {
                    entry(header, extensions, visitor);
                    extensions = new TarExtensions();
                }
            }
        }
    }

    /// Reads a header block; false at the end of the archive.
    private boolean nextBlock() throws IOException, InterruptedException {
        long offset = in.position();
        TarInput.checkInterrupt(offset);
        int length = in.takeFully(block, 0, block.length);
        if (length < block.length) {
            if (TarHeader.isZero(block, length)) {
                return false;
            }
            throw TarFormatException.truncated(offset, "the archive ends within a header");
        }
        if (!TarHeader.isZero(block, length)) {
            return true;
        }
        int second = in.takeFully(block, 0, block.length);
        if (!TarHeader.isZero(block, second)) {
            throw TarFormatException.malformed(
                    offset, "a single zero block stands between two entries");
        }
        return false;
    }

    private byte[] extension(TarHeader header) throws IOException, InterruptedException {
        if (header.size() < 0 || header.size() > MAX_EXTENSION) {
            throw TarFormatException.malformed(
                    header.offset(),
                    "an extended header may have " + MAX_EXTENSION + " bytes at most");
        }
        byte[] bytes = new byte[(int) header.size()];
        if (in.takeFully(bytes, 0, bytes.length) < bytes.length) {
            throw TarFormatException.truncated(
                    in.position(), "the archive ends within an extended header");
        }
        in.skip(padding(bytes.length));
        return bytes;
    }

    private void global(TarHeader header) throws IOException, InterruptedException {
        TarExtensions records = new TarExtensions();
        records.readPax(extension(header), header.offset());
        if (!records.keys().isEmpty()) {
            problems.add(
                    "",
                    ProblemKind.UNSUPPORTED,
                    "tar, byte "
                            + header.offset()
                            + ": a global header sets "
                            + records.keys()
                            + ", which container engines ignore");
        }
    }

    private static String name(byte[] bytes) {
        return TarBytes.text(bytes, 0, bytes.length);
    }

    private void entry(TarHeader header, TarExtensions extensions, EntryVisitor visitor)
            throws IOException, InterruptedException {
        String name = extensions.name(header);
        Optional<EntryKind> kind = kind(header.type(), name);
        boolean hasContent = kind.isEmpty() || kind.get() == EntryKind.FILE;
        long stored = hasContent || header.type() == 'D' ? size(header, extensions) : 0;
        Optional<SparseMap> sparse = hasContent ? sparse(header, extensions) : Optional.empty();
        long mapBytes = header.type() == 'S' ? 0 : in.position() - dataStart(header);
        long content = stored - mapBytes;
        long dataStart = in.position();
        if (content < 0) {
            throw TarFormatException.malformed(
                    header.offset(), "a sparse map is longer than its entry");
        }
        if (sparse.isPresent()) {
            checkSparse(header, sparse.get(), content);
        }
        Optional<TarEntry.Facts> facts = Optional.empty();
        if (kind.isPresent()) {
            SparseMap map = sparse.orElseGet(() -> plain(hasContent ? content : 0));
            facts = facts(header, extensions, kind.get(), map, sparse.isPresent());
        } else if (header.type() != 'V') {
            reject(header, name, ProblemKind.UNSUPPORTED, "has the unknown type " + type(header));
        }
        if (facts.isPresent()) {
            visitor.entry(new TarEntry(facts.get(), in));
        }
        finish(dataStart, content, mapBytes, name);
    }

    private static long dataStart(TarHeader header) {
        return header.offset() + TarHeader.BLOCK;
    }

    private static SparseMap plain(long size) {
        return new SparseMap(size == 0 ? List.of() : List.of(new Region(0, size)), size);
    }

    private Optional<TarEntry.Facts> facts(
            TarHeader header,
            TarExtensions extensions,
            EntryKind kind,
            SparseMap map,
            boolean sparse)
            throws TarFormatException {
        String name = extensions.name(header);
        String link = extensions.link(header);
        if (isTooLong(header, name) || isTooLong(header, link)) {
            return Optional.empty();
        }
        Optional<String> path = ImagePath.normalize(name);
        if (path.isEmpty() || name.isEmpty()) {
            reject(header, name, ProblemKind.MALFORMED, "leaves the root or is no path");
            return Optional.empty();
        }
        Optional<String> target = Optional.of(kind == EntryKind.SYMLINK ? link : "");
        if (kind == EntryKind.HARDLINK) {
            target = ImagePath.normalize(link);
            if (target.isEmpty() || link.isEmpty()) {
                reject(
                        header,
                        name,
                        ProblemKind.MALFORMED,
                        "links to " + ProblemLog.quote(link) + ", which leaves the root");
                return Optional.empty();
            }
        }
        return Optional.of(
                new TarEntry.Facts(
                        path.get(),
                        kind,
                        header.mode(),
                        extensions.uid(header),
                        extensions.gid(header),
                        extensions.modified(header),
                        target.orElse(""),
                        in.position(),
                        map,
                        sparse));
    }

    private boolean isTooLong(TarHeader header, String name) {
        if (name.length() <= limits.of(Limit.PATH_LENGTH)) {
            return false;
        }
        reject(
                header,
                name,
                ProblemKind.LIMIT,
                "has more than "
                        + limits.of(Limit.PATH_LENGTH)
                        + " characters; "
                        + Limit.PATH_LENGTH.flag()
                        + " allows more");
        return true;
    }

    private void reject(TarHeader header, String name, ProblemKind kind, String why) {
        problems.add(
                "",
                kind,
                "tar, byte " + header.offset() + ": entry " + ProblemLog.quote(name) + " " + why);
    }

    private long size(TarHeader header, TarExtensions extensions) throws IOException {
        long size = extensions.size(header);
        if (size < 0) {
            throw TarFormatException.malformed(header.offset(), "the size field is no number");
        }
        limits.check(Limit.ENTRY_SIZE, size, "tar, byte " + header.offset());
        return size;
    }

    private Optional<SparseMap> sparse(TarHeader header, TarExtensions extensions)
            throws IOException, InterruptedException {
        return header.type() == 'S'
                ? Optional.of(SparseMap.old(block, in))
                : SparseMap.pax(extensions, in);
    }

    private void checkSparse(TarHeader header, SparseMap map, long content) throws IOException {
        limits.check(Limit.ENTRY_SIZE, map.size(), "tar, byte " + header.offset());
        if (map.stored() != content) {
            throw TarFormatException.malformed(
                    header.offset(),
                    "a sparse map covers "
                            + map.stored()
                            + " bytes where the entry has "
                            + content);
        }
    }

    /// Passes over what the visitor left unread.
    private void finish(long dataStart, long content, long mapBytes, String name)
            throws IOException, InterruptedException {
        long left = dataStart + content - in.position();
        if (in.skip(left) < left) {
            throw TarFormatException.truncated(
                    in.position(),
                    "the archive ends within the content of " + ProblemLog.quote(name));
        }
        in.skip(padding(content + mapBytes));
    }

    private static long padding(long size) {
        return -size & (TarHeader.BLOCK - 1);
    }

    private static Optional<EntryKind> kind(char type, String name) {
        return switch (type) {
            case 0 -> Optional.of(name.endsWith("/") ? EntryKind.DIRECTORY : EntryKind.FILE);
            case '0', '7', 'S' -> Optional.of(EntryKind.FILE);
            case '1' -> Optional.of(EntryKind.HARDLINK);
            case '2' -> Optional.of(EntryKind.SYMLINK);
            case '3', '4', '6' -> Optional.of(EntryKind.OTHER);
            case '5', 'D' -> Optional.of(EntryKind.DIRECTORY);
            default -> Optional.empty();
        };
    }

    private static String type(TarHeader header) {
        return ProblemLog.quote(String.valueOf(header.type()));
    }
}
