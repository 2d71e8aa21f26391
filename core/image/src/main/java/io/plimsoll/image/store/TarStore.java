package io.plimsoll.image.store;

import io.plimsoll.image.EntryKind;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.compress.Compression;
import io.plimsoll.image.compress.Decompressors;
import io.plimsoll.image.layer.Blob;
import io.plimsoll.image.memory.SegmentStream;
import io.plimsoll.image.problem.BrokenStreamException;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.tar.TarFormatException;
import io.plimsoll.image.tar.TarInput;
import io.plimsoll.image.tar.TarReader;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A tar archive as named blobs. The file is mapped, its headers are walked once, and each member is
/// a slice: layers can be read in any order and by any number of threads.
///
/// An archive that is compressed as a whole is first decompressed into a temporary file without a
/// name. Rescanning the compressed file for each layer would need no disk, but costs a full pass for
/// each layer that does not come in the order of the archive: quadratic for an image of a thousand
/// layers. The spooled bytes stay in the page cache where there is room, are bounded by
/// {@link Limit#EXPANSION_RATIO}, and are gone with the process.
public final class TarStore implements BlobStore {
    /// Members for each layer that an archive may have: `docker save` writes up to four.
    private static final long MEMBERS_PER_LAYER = 10;

    private static final int MAX_LINKS = 40;

    private final String where;
    private final Arena arena;
    private final Map<String, Member> members = new HashMap<>();
    private final ProblemLog problems = new ProblemLog("archive");
    private final Optional<String> identity;

    private TarStore(String where, Optional<String> identity, Arena arena) {
        this.where = where;
        this.arena = arena;
        this.identity = identity;
    }

    /// Opens an archive, compressed or not. One that is cut short is opened as far as it goes, with
    /// a problem.
    ///
    /// @throws ImageNotFoundException if there is no such file
    /// @throws LimitExceededException if it expands to too much
    public static TarStore open(Path file, OpenOptions options)
            throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            String what = Files.exists(file) ? "is not a regular file" : "does not exist";
            throw new ImageNotFoundException("'" + file + "' " + what + "; an archive is needed");
        }
        Arena arena = Arena.ofShared();
        try {
            TarStore store = new TarStore("'" + file + "'", FileIdentity.of(file), arena);
            MemorySegment mapped = MappedFile.map(file, arena);
            store.index(store.uncompressed(mapped, options), options.limits());
            return store;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            arena.close();
            throw failure;
        }
    }

    /// Opens an archive that comes as a stream, by way of a temporary file without a name.
    ///
    /// @param where what it is, for messages
    /// @throws LimitExceededException if it is larger than {@link Limit#ENTRY_SIZE}, or expands to
    ///     too much
    /// @throws IOException if the stream fails
    public static TarStore of(InputStream archive, String where, OpenOptions options)
            throws IOException, InterruptedException {
        Arena arena = Arena.ofShared();
        try {
            TarStore store = new TarStore(where, Optional.empty(), arena);
            long most = options.limits().of(Limit.ENTRY_SIZE);
            MemorySegment spooled =
                    MappedFile.spool(
                            options.temporaryFolder(),
                            arena,
                            channel -> {
                                MappedFile.copy(archive, channel, most);
                                options.limits().check(Limit.ENTRY_SIZE, channel.size(), where);
                            });
            store.index(store.uncompressed(spooled, options), options.limits());
            return store;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            arena.close();
            throw failure;
        }
    }

    private MemorySegment uncompressed(MemorySegment mapped, OpenOptions options)
            throws IOException, InterruptedException {
        if (MappedFile.compression(mapped) == Compression.NONE) {
            return mapped;
        }
        return MappedFile.spool(
                options.temporaryFolder(),
                arena,
                channel -> {
                    try (InputStream source =
                            Decompressors.open(
                                    new SegmentStream(mapped), options.limits(), where)) {
                        MappedFile.copy(source, channel);
                    } catch (BrokenStreamException broken) {
                        problems.add("", broken.kind(), where + ": " + broken.getMessage());
                    }
                });
    }

    private void index(MemorySegment archive, Limits limits)
            throws IOException, InterruptedException {
        long most = MEMBERS_PER_LAYER * limits.of(Limit.LAYERS);
        Limits outer = limits.with(Limit.ENTRIES, Math.min(most, limits.of(Limit.ENTRIES)));
        TarReader reader = new TarReader(TarInput.of(archive), outer, problems);
        try {
            reader.read(entry -> member(entry, archive));
        } catch (TarFormatException broken) {
            problems.add("", broken.kind(), where + ": " + broken.getMessage());
        } catch (LimitExceededException limit) {
            problems.add("", ProblemKind.LIMIT, where + ": " + limit.getMessage());
        }
    }

    private void member(LayerEntry entry, MemorySegment archive) throws IOException {
        if (entry.kind() == EntryKind.FILE) {
            Optional<MemorySegment> content = entry.mapped();
            if (content.isEmpty()) {
                problems.add(
                        "",
                        ProblemKind.UNSUPPORTED,
                        where + ": member '" + entry.path() + "' is sparse or incomplete");
                return;
            }
            long offset = content.get().address() - archive.address();
            Optional<String> part =
                    identity.map(file -> file + "@" + offset + "+" + content.get().byteSize());
            String name = "member '" + entry.path().substring(1) + "' of " + where;
            members.put(entry.path(), new Member.Bytes(new SegmentBlob(name, content.get(), part)));
        } else if (entry.kind() == EntryKind.SYMLINK) {
            String target = ImagePath.resolve(entry.path(), entry.linkTarget());
            members.put(entry.path(), new Member.Link(target));
        } else if (entry.kind() == EntryKind.HARDLINK) {
            members.put(entry.path(), new Member.Link(entry.linkTarget()));
        }
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public Optional<Blob> find(String path) {
        Optional<Member> member = ImagePath.normalize(path).map(members::get);
        for (int i = 0; i < MAX_LINKS && member.isPresent(); i++) {
            switch (member.get()) {
                case Member.Bytes(Blob blob) -> {
                    return Optional.of(blob);
                }
                case Member.Link(String target) ->
                        member = Optional.ofNullable(members.get(target));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Problem> problems() {
        return problems.problems();
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    /// What a path of the archive holds.
    private sealed interface Member {
        /// A file.
        record Bytes(Blob blob) implements Member {}

        /// Another name of the member with a normal path, as `docker save` writes for a layer that
        /// occurs twice.
        record Link(String target) implements Member {}
    }
}
