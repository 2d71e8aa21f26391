package io.plimsoll.image.layer;

import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.image.compress.Compression;
import io.plimsoll.image.compress.Decompressors;
import io.plimsoll.image.memory.Passage;
import io.plimsoll.image.problem.BrokenStreamException;
import io.plimsoll.image.problem.ProblemLog;
import io.plimsoll.image.tar.TarFormatException;
import io.plimsoll.image.tar.TarInput;
import io.plimsoll.image.tar.TarReader;
import io.plimsoll.model.Digest;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A layer whose bytes are stored somewhere: a tar archive, compressed or not.
///
/// An uncompressed blob in a mapped file is walked header by header, while another thread digests
/// it. Anything else passes through one pipe: blob digest and decompression on one thread, layer
/// digest and tar on another. Where
/// the archive breaks, the rest is still digested, so that damage on the way is told from a layer
/// that was built broken.
public final class StoredLayer implements Layer {
    static final String COMPONENT = "layer";

    /// Bytes of a blob from which on a thread of its own pays for its decompression.
    private static final long OWN_THREAD_FROM = 1024 * 1024;

    private final LayerDescription description;
    private final Promise promise;
    private final Blob blob;
    private final Limits limits;

    public StoredLayer(LayerDescription description, Promise promise, Blob blob, Limits limits) {
        this.description = description;
        this.promise = promise;
        this.blob = blob;
        this.limits = limits;
    }

    @Override
    public LayerDescription description() {
        return description;
    }

    @Override
    public Optional<String> identity() {
        return blob.identity();
    }

    @Override
    public LayerResult read(EntryVisitor visitor, LongConsumer bytesRead)
            throws IOException, InterruptedException {
        Optional<MemorySegment> mapped = blob.mapped();
        boolean plain = mapped.isPresent() && compression(mapped.get()) == Compression.NONE;
        try {
            return plain
                    ? readMapped(mapped.get(), visitor, bytesRead)
                    : readStream(visitor, bytesRead);
        } catch (InternalError vanished) {
            // The JVM's answer to a mapped page that no longer exists: the file was cut short.
            ProblemLog problems = new ProblemLog(COMPONENT);
            problems.add("", ProblemKind.UNREADABLE, blob.where() + " became shorter meanwhile");
            return new LayerResult(Optional.empty(), 0, problems.problems(promise.diffId()), false);
        }
    }

    private static Compression compression(MemorySegment segment) {
        byte[] head = new byte[(int) Math.min(Compression.HEAD, segment.byteSize())];
        MemorySegment.copy(segment, 0, MemorySegment.ofArray(head), 0, head.length);
        return Compression.of(head, head.length);
    }

    private LayerResult readMapped(
            MemorySegment segment, EntryVisitor visitor, LongConsumer bytesRead)
            throws IOException, InterruptedException {
        ProblemLog problems = new ProblemLog(COMPONENT);
        Progress progress = new Progress(bytesRead);
        try (SegmentHash hash = SegmentHash.start(segment, promise.diffHash(), progress::reached)) {
            TarInput in = TarInput.of(segment);
            // Only the digest reads all bytes; the walk skips over most of them.
            boolean whole = walk(in, visitor, problems, position -> {});
            Digest diffId = hash.digest();
            Digest digest = blobDigest(segment, diffId);
            Promise.Found found =
                    new Promise.Found(digest, segment.byteSize(), Optional.of(diffId));
            return result(found, segment.byteSize(), whole, problems);
        } finally {
            new Passage(segment).ended();
        }
    }

    /// One digest serves for both unless they were promised in different algorithms.
    private Digest blobDigest(MemorySegment segment, Digest diffId) throws InterruptedException {
        Hash wanted = promise.blobHash();
        if (wanted.algorithm().equals(diffId.algorithm())) {
            return diffId;
        }
        try (SegmentHash hash = SegmentHash.start(segment, wanted, position -> {})) {
            return hash.digest();
        }
    }

    private LayerResult readStream(EntryVisitor visitor, LongConsumer bytesRead)
            throws IOException, InterruptedException {
        ProblemLog problems = new ProblemLog(COMPONENT);
        Progress progress = new Progress(bytesRead);
        try (DigestStream stored = new DigestStream(blob.open(), promise.blobHash())) {
            Content content = readContent(stored, visitor, problems, progress);
            if (stored.hasFailed()) {
                return new LayerResult(
                        Optional.empty(),
                        content.size(),
                        problems.problems(promise.diffId()),
                        false);
            }
            stored.drain();
            progress.reached(stored.count());
            Promise.Found found =
                    new Promise.Found(stored.digest(), stored.count(), content.diffId());
            return result(found, content.size(), content.whole(), problems);
        }
    }

    /// @param whole false where the archive broke
    private record Content(Optional<Digest> diffId, long size, boolean whole) {}

    private Content readContent(
            DigestStream stored, EntryVisitor visitor, ProblemLog problems, Progress progress)
            throws IOException, InterruptedException {
        InputStream uncompressed;
        try {
            uncompressed =
                    Decompressors.open(
                            new Unclosed(stored), blob.size(), limits, description.name());
        } catch (IOException broken) {
            note(broken, problems);
            return new Content(Optional.empty(), 0, false);
        }
        boolean large = blob.size() >= OWN_THREAD_FROM;
        InputStream ahead = large ? ReadAhead.start(uncompressed) : uncompressed;
        try (DigestStream content = new DigestStream(ahead, promise.diffHash())) {
            TarInput in = TarInput.of(content);
            boolean whole =
                    walk(in, visitor, problems, position -> progress.reached(stored.count()));
            drain(content, problems);
            return content.hasFailed()
                    ? new Content(Optional.empty(), content.count(), false)
                    : new Content(Optional.of(content.digest()), content.count(), whole);
        }
    }

    private static void drain(DigestStream content, ProblemLog problems)
            throws InterruptedException {
        if (content.hasFailed()) {
            return;
        }
        try {
            content.drain();
        } catch (InterruptedIOException interrupted) {
            throw new InterruptedException(String.valueOf(interrupted.getMessage()));
        } catch (IOException broken) {
            note(broken, problems);
        }
    }

    /// Visits the entries; false where the archive broke. Where a limit ends the visit, the entries
    /// before it are as good as they were.
    private boolean walk(
            TarInput in, EntryVisitor visitor, ProblemLog problems, LongConsumer progress)
            throws IOException, InterruptedException {
        LayerVisitor guard = new LayerVisitor(visitor, in, problems, progress);
        try {
            new TarReader(in, limits, problems).read(guard);
            return true;
        } catch (IOException failure) {
            guard.rethrowOwn(failure);
            if (failure instanceof InterruptedIOException && Thread.interrupted()) {
                throw new InterruptedException("interrupted while reading " + description.name());
            }
            note(failure, problems);
            return failure instanceof LimitExceededException;
        }
    }

    private static void note(IOException failure, ProblemLog problems) {
        String reason = String.valueOf(failure.getMessage());
        switch (failure) {
            case TarFormatException broken -> problems.add("", broken.kind(), reason);
            case BrokenStreamException broken -> problems.add("", broken.kind(), reason);
            case LimitExceededException limit -> problems.add("", ProblemKind.LIMIT, reason);
            default ->
                    problems.add(
                            "",
                            ProblemKind.UNREADABLE,
                            failure.getClass().getSimpleName() + ": " + reason);
        }
    }

    private LayerResult result(Promise.Found found, long size, boolean whole, ProblemLog problems) {
        boolean kept = promise.keptBy(found, problems);
        Optional<Digest> known = promise.diffId().or(found::diffId);
        return new LayerResult(found.diffId(), size, problems.problems(known), kept && whole);
    }

    /// Tells a counter how far it has come, as differences.
    private static final class Progress {
        private final LongConsumer bytesRead;
        private long told;

        Progress(LongConsumer bytesRead) {
            this.bytesRead = bytesRead;
        }

        void reached(long position) {
            if (position > told) {
                bytesRead.accept(position - told);
                told = position;
            }
        }
    }
}
