package io.plimsoll.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer as a stream that gives up when no byte comes for too long, which the JDK's
/// own does not.
final class BodyStream extends InputStream implements HttpResponse.BodySubscriber<InputStream> {
    /// Pieces that may wait here: some 16 KB each.
    private static final int AHEAD = 8;

    private sealed interface Piece {
        record Bytes(List<ByteBuffer> buffers) implements Piece {}

        record Failure(Throwable cause) implements Piece {}

        record End() implements Piece {}
    }

    /// Slower than this for as long as a stall counts as one: a server that gives a byte now and then
    /// would hold its reader for ever.
    private static final int BYTES_A_SECOND = 256;

    private final Duration stall;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> current = new ArrayDeque<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private boolean ended;
    private long waited;
    private long came;

    BodyStream(Duration stall) {
        this.stall = stall;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Piece.Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece.Failure(failure));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece.End());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            ByteBuffer head = current.peek();
            if (head == null) {
                if (ended || !next()) {
                    return -1;
                }
            } else if (head.hasRemaining()) {
                int count = Math.min(length, head.remaining());
                head.get(bytes, offset, count);
                return count;
            } else {
                current.remove();
            }
        }
    }

    /// Waits for the next piece; false at the end.
    private boolean next() throws IOException {
        switch (take()) {
            case Piece.Bytes(List<ByteBuffer> buffers) -> {
                current.addAll(buffers);
                buffers.forEach(buffer -> came += buffer.remaining());
                Flow.Subscription known = subscription;
                if (known != null) {
                    known.request(1);
                }
                return true;
            }
            case Piece.Failure(Throwable cause) ->
                    throw new IOException(String.valueOf(cause.getMessage()), cause);
            case Piece.End end -> {
                ended = true;
                return false;
            }
        }
    }

    private Piece take() throws IOException {
        if (closed) {
            throw new IOException("the stream is closed");
        }
        Piece piece;
        long start = System.nanoTime();
        try {
            piece = pieces.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException failure = new InterruptedIOException("interrupted");
            failure.initCause(interrupted);
            throw failure;
        }
        if (piece == null) {
            throw new SocketTimeoutException("no byte came for " + stall.toSeconds() + " s");
        }
        waited += System.nanoTime() - start;
        if (waited > stall.toNanos()) {
            long least = stall.toMillis() * BYTES_A_SECOND / 1000;
            if (came < least && piece instanceof Piece.Bytes) {
                throw new SlowBodyException(
                        "only " + came + " bytes came in " + stall.toMillis() + " ms");
            }
            waited = 0;
            came = 0;
        }
        return piece;
    }

    @Override
    public void close() {
        closed = true;
        Flow.Subscription known = subscription;
        if (known != null) {
            known.cancel();
        }
    }
}
