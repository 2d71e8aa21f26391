package io.plimsoll.registry;

import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/// A file on its way. Where the connection breaks, it is asked for again from that byte on, a bounded
/// number of times, from another server where there is one.
///
/// Source: RFC 9110, section 14 (range requests).
final class Download extends InputStream {
    /// Breaks in all, however many bytes came between them.
    private static final int BREAKS = 100;

    /// As many breaks a body counts for that came too slowly, since it made progress all the time.
    private static final int SLOW = 25;

    /// Where the bytes come from.
    interface Source {
        /// The bytes from an offset on, or all of them.
        Answer from(long offset) throws RegistryException, InterruptedException;

        /// Leaves out who gave the last answer.
        ///
        /// @return whether there is another one to ask
        boolean leave(RegistryException why);

        /// What is fetched, for messages: a digest or a path.
        String what();

        /// Who is asked, for messages.
        String who();

        Patience patience();
    }

    private final Source source;
    private final long size;
    private @Nullable Answer part;
    private long at;
    private int failed;
    private int breaks;
    private boolean closed;

    private Download(Source source, long size) {
        this.source = source;
        this.size = size;
    }

    /// Asks for the first byte.
    static Download start(Source source, long size) throws RegistryException, InterruptedException {
        Download download = new Download(source, size);
        Answer first = source.from(0);
        download.part = first;
        long length = first.headers().firstValueAsLong("Content-Length").orElse(size);
        if (length != size) {
            first.close();
            throw new RegistryException(
                    Reason.REFUSED,
                    first.host()
                            + " has "
                            + length
                            + " bytes for "
                            + source.what()
                            + ", not "
                            + size
                            + " as was announced");
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
        Answer known = part;
        if (known != null) {
            return known.body();
        }
        try {
            Answer next = source.from(at);
            part = next;
            positioned(next);
            return next.body();
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
        Answer known = part;
        part = null;
        if (known != null) {
            known.close();
        }
        failed++;
        breaks += cause instanceof SlowBodyException ? SLOW : 1;
        if (failed >= source.patience().attempts() || breaks > BREAKS) {
            String host = known == null ? source.who() : known.host();
            RegistryException given =
                    new RegistryException(
                            Reason.UNREACHABLE,
                            "the download of "
                                    + source.what()
                                    + " from "
                                    + host
                                    + " broke off at byte "
                                    + at
                                    + " of "
                                    + size
                                    + " and could not be resumed: "
                                    + Texts.plain(String.valueOf(cause.getMessage())),
                            cause);
            if (known == null || !source.leave(given)) {
                throw given;
            }
            failed = 0;
            return;
        }
        try {
            source.patience().pause().of(source.patience().backOff(failed));
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
        Answer known = part;
        if (known != null) {
            known.close();
        }
    }
}
