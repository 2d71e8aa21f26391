package io.plimsoll.image.layer;

import io.plimsoll.image.memory.Passage;
import io.plimsoll.model.Digest;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.LongConsumer;

/// The digest of mapped bytes, computed on a thread of its own while the entries are visited. A
/// small segment is digested on the spot.
///
/// {@link #close()} waits for the thread, so that nothing touches the mapping afterwards.
final class SegmentHash implements AutoCloseable {
    private static final long OWN_THREAD_FROM = 1024 * 1024;
    private static final int CHUNK = 128 * 1024;

    private final MemorySegment segment;
    private final Hash hash;
    private final LongConsumer reached;
    private final Optional<Thread> thread;
    private volatile boolean cancelled;
    private volatile Optional<InternalError> failure = Optional.empty();

    private SegmentHash(MemorySegment segment, Hash hash, LongConsumer reached) {
        this.segment = segment;
        this.hash = hash;
        this.reached = reached;
        this.thread =
                segment.byteSize() < OWN_THREAD_FROM
                        ? Optional.empty()
                        : Optional.of(
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("plimsoll-digest")
                                        .unstarted(this::run));
    }

    /// @param reached told, on whichever thread, up to which byte the segment is digested
    static SegmentHash start(MemorySegment segment, Hash hash, LongConsumer reached) {
        SegmentHash started = new SegmentHash(segment, hash, reached);
        started.thread.ifPresent(Thread::start);
        return started;
    }

    /// The digest, when it is there.
    Digest digest() throws InterruptedException {
        if (thread.isPresent()) {
            thread.get().join();
        } else {
            run();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return hash.digest();
    }

    private void run() {
        byte[] chunk = new byte[(int) Math.min(CHUNK, segment.byteSize())];
        try {
            long size = segment.byteSize();
            Passage passage = new Passage(segment);
            for (long at = 0; at < size && !cancelled; at += chunk.length) {
                int count = (int) Math.min(chunk.length, size - at);
                MemorySegment.copy(segment, at, MemorySegment.ofArray(chunk), 0, count);
                hash.update(chunk, 0, count);
                passage.reached(at);
                reached.accept(at + count);
            }
        } catch (InternalError failed) {
            failure = Optional.of(failed);
        }
    }

    @Override
    public void close() {
        cancelled = true;
        thread.ifPresent(Threads::awaitEnd);
    }
}
