package io.plimsoll.image.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Reads a stream on a thread of its own, a few blocks ahead of the reader, so that decompression and
/// what follows it share two cores. A failure of the stream comes to the reader at its place.
///
/// {@link #close()} waits for the thread, so that nothing touches the source afterwards.
final class ReadAhead extends InputStream {
    private static final int BLOCKS = 4;
    private static final int BLOCK_SIZE = 256 * 1024;

    /// What was read at once.
    private static final class Block {
        private final byte[] bytes = new byte[BLOCK_SIZE];
        private int length;

        /// Whether nothing follows.
        private boolean last;

        /// Why nothing follows, empty at the end of the stream.
        private Optional<Throwable> failure = Optional.empty();
    }

    private final InputStream source;
    private final Thread thread;
    private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS + 1);

    /// Has room for all blocks, so that the thread never waits here.
    private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(BLOCKS + 1);

    private Block current = new Block();
    private int at;
    private volatile boolean closed;

    private ReadAhead(InputStream source) {
        this.source = source;
        this.thread = Thread.ofPlatform().daemon().name("plimsoll-inflate").unstarted(this::run);
        for (int i = 1; i < BLOCKS; i++) {
            free.add(new Block());
        }
    }

    /// @param source is closed with the result
    static ReadAhead start(InputStream source) {
        ReadAhead ahead = new ReadAhead(source);
        ahead.thread.start();
        return ahead;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (length > 0 && at == current.length) {
            if (current.last) {
                return ended();
            }
            next();
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current.bytes, at, bytes, offset, count);
        at += count;
        return count;
    }

    private int ended() throws IOException {
        // The failure itself is thrown: whose it is, is told by its identity.
        switch (current.failure.orElse(null)) {
            case null -> {
                return -1;
            }
            case IOException failed -> throw failed;
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable other -> throw new IOException(other);
        }
    }

    private void next() throws IOException {
        try {
            free.add(current);
            current = full.take();
            at = 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted");
            failure.initCause(interrupted);
            throw failure;
        }
    }

    private void run() {
        try {
            boolean last = false;
            while (!closed && !last) {
                Block block = free.take();
                fill(block);
                last = block.last;
                full.add(block);
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill(Block block) {
        block.length = 0;
        try {
            while (block.length < BLOCK_SIZE && !closed && !block.last) {
                int count = source.read(block.bytes, block.length, BLOCK_SIZE - block.length);
                block.last = count < 0;
                block.length += Math.max(0, count);
            }
        } catch (IOException | RuntimeException | Error failed) {
            block.last = true;
            block.failure = Optional.of(failed);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        free.offer(new Block());
        Threads.awaitEnd(thread);
        source.close();
    }
}
