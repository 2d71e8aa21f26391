package io.plimsoll.image.problem;

import io.plimsoll.model.ProblemKind;
import java.io.IOException;

/// A compressed stream that cannot be read on.
public final class BrokenStreamException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    /// Says where it broke.
    ///
    /// @param kind `TRUNCATED`, `MALFORMED` or `UNSUPPORTED`
    /// @param format such as `gzip`
    /// @param offset in the compressed bytes
    public BrokenStreamException(ProblemKind kind, String format, long offset, String what) {
        super(format + ", compressed byte " + offset + ": " + what);
        this.kind = kind;
    }

    public ProblemKind kind() {
        return kind;
    }
}
