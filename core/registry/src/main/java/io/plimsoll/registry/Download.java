package io.plimsoll.registry;

import io.plimsoll.model.Digest;
import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/// A blob on its way. Where the connection breaks, it is asked for again from that byte on, a bounded
/// number of times, from another server where there is one.
///
/// Source: RFC 9110, section 14 (range requests).
final class Download extends InputStream {
    /// Breaks in all, however many bytes came between them.
    private static final int BREAKS = 100;

    private final Repository repository;
    private final Digest digest;
    private final long size;
    private Repository.@Nullable Part part;
    private long at;
    private int failed;
    private int breaks;
    private boolean closed;

    private Download(Repository repository, Digest digest, long size) {
        this.repository = repository;
        this.digest = digest;
        this.size = size;
    }

    /// Asks for a blob.
    static Download start(Repository repository, Digest digest, long size)
            throws RegistryException, InterruptedException {
        Download download = new Download(repository, digest, size);
        Repository.Part first = repository.part(digest, 0);
        download.part = first;
        long length = first.answer().headers().firstValueAsLong("Content-Length").orElse(size);
        if (length != size) {
            first.answer().close();
            throw new RegistryException(
                    Reason.REFUSED,
                    first.answer().host()
                            + " has "
                            + length
                            + " bytes for "
                            + digest
                            + ", not "
                            + size
                            + " as the manifest states");
        }
        return download;
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
        while (at < size && !closed) {
            try {
                int count = body().read(bytes, offset, (int) Math.min(length, size - at));
                if (count > 0) {
                    at += count;
                    failed = 0;
                    return count;
                }
                broken(new IOException("it ended early"));
            } catch (InterruptedIOException interrupted) {
                if (interrupted.getCause() instanceof InterruptedException) {
                    throw interrupted;
                }
                broken(interrupted);
            } catch (RegistryException said) {
                throw said;
            } catch (IOException broken) {
                broken(broken);
            }
        }
        return -1;
    }

    private InputStream body() throws IOException {
        Repository.Part known = part;
        if (known != null) {
            return known.answer().body();
        }
        try {
            Repository.Part next = repository.part(digest, at);
            part = next;
            positioned(next.answer());
            return next.answer().body();
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /// A server may answer with the range, or with the whole.
    private void positioned(Answer answer) throws IOException {
        if (answer.status() == 206) {
            if (!answer.header("Content-Range").startsWith("bytes " + at + "-")) {
                throw new RegistryException(
                        Reason.REFUSED,
                        answer.host() + " answers with another range than it was asked for");
            }
        } else {
            answer.body().skipNBytes(at);
        }
    }

    /// Notes a break and waits, or gives up.
    private void broken(IOException cause) throws IOException {
        Repository.Part known = part;
        part = null;
        if (known != null) {
            known.answer().close();
        }
        failed++;
        breaks++;
        if (failed >= repository.patience().attempts() || breaks > BREAKS) {
            String host = known == null ? repository.name() : known.answer().host();
            RegistryException given =
                    new RegistryException(
                            Reason.UNREACHABLE,
                            "the download of "
                                    + digest
                                    + " from "
                                    + host
                                    + " broke off at byte "
                                    + at
                                    + " of "
                                    + size
                                    + " and could not be resumed: "
                                    + Texts.plain(String.valueOf(cause.getMessage())),
                            cause);
            if (known == null || !repository.leave(known.server(), given)) {
                throw given;
            }
            failed = 0;
            return;
        }
        try {
            repository.patience().pause().of(repository.patience().backOff(failed));
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("interrupted");
        failure.initCause(cause);
        return failure;
    }

    @Override
    public void close() {
        closed = true;
        Repository.Part known = part;
        if (known != null) {
            known.answer().close();
        }
    }
}
