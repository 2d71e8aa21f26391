package io.plimsoll.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The standard output, which knows when nobody reads it any more, as behind `| head`.
final class StandardOutput extends OutputStream {
    private static final Path SELF = Path.of("/proc/self/fd/1");

    private final OutputStream out;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /// Whoever read the output has had enough. It is no error: other programs end by `SIGPIPE` then.
    static final class ReaderGoneException extends IOException {
        private static final long serialVersionUID = 1L;

        ReaderGoneException(IOException cause) {
            super("nobody reads the output any more", cause);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException failure) {
            throw isReaderGone(failure) ? new ReaderGoneException(failure) : failure;
        }
    }

    /// The system's words for it are in the user's language, so what the output is counts as well: a write
    /// to a pipe fails for no other reason, but that it is full and was made not to wait.
    private static boolean isReaderGone(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("broken pipe")) {
            return true;
        }
        try {
            return !message.contains("temporarily")
                    && Files.readSymbolicLink(SELF).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
