package io.plimsoll.image.tar;

import io.plimsoll.model.ProblemKind;
import java.io.IOException;

/// The archive cannot be read beyond a byte.
public final class TarFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    /// @param kind `TRUNCATED` where bytes are missing, `MALFORMED` where they are wrong
    /// @param offset where in the uncompressed archive
    TarFormatException(ProblemKind kind, long offset, String what) {
        super("tar, byte " + offset + ": " + what);
        this.kind = kind;
    }

    static TarFormatException malformed(long offset, String what) {
        return new TarFormatException(ProblemKind.MALFORMED, offset, what);
    }

    static TarFormatException truncated(long offset, String what) {
        return new TarFormatException(ProblemKind.TRUNCATED, offset, what);
    }

    public ProblemKind kind() {
        return kind;
    }
}
