package io.plimsoll.image.layer;

import io.plimsoll.model.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Digests and counts the bytes that pass.
final class DigestStream extends FilterInputStream {
    private static final int DRAIN = 64 * 1024;

    private final Hash hash;

    /// Read by another thread, which shows the progress.
    private final AtomicLong count = new AtomicLong();

    private volatile boolean failed;

    DigestStream(InputStream source, Hash hash) {
        super(source);
        this.hash = hash;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                hash.update(bytes, offset, read);
                count.addAndGet(read);
            }
            return read;
        } catch (IOException failure) {
            failed = true;
            throw failure;
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] scratch = new byte[(int) Math.min(DRAIN, Math.max(0, wanted))];
        return Math.max(0, read(scratch, 0, scratch.length));
    }

    /// Reads what is left.
    void drain() throws IOException, InterruptedException {
        byte[] scratch = new byte[DRAIN];
        while (read(scratch, 0, scratch.length) >= 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted after " + count() + " bytes");
            }
        }
    }

    long count() {
        return count.get();
    }

    /// Whether the source failed, so that there is no digest.
    boolean hasFailed() {
        return failed;
    }

    /// The digest of all that has passed; may be called once.
    Digest digest() {
        return hash.digest();
    }
}
