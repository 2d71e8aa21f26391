package io.plimsoll.catalog.rpm;

import io.plimsoll.model.ProblemKind;

/// A part of a database does not follow its format. Caught where the part ends, so that the others
/// are still read. Without a stack trace: a made file can hold a million damaged parts.
final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;

    DamagedException(ProblemKind kind, String reason) {
        super(reason, null, false, false);
        this.kind = kind;
    }

    DamagedException(String reason) {
        this(ProblemKind.MALFORMED, reason);
    }

    ProblemKind kind() {
        return kind;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
