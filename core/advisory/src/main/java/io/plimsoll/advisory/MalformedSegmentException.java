package io.plimsoll.advisory;

/// A segment's bytes do not follow their format. `db verify` finds such a file by its digest.
public final class MalformedSegmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedSegmentException(String message) {
        super(message + "; `plimsoll db verify` checks the store");
    }

    MalformedSegmentException(String message, Throwable cause) {
        super(message + "; `plimsoll db verify` checks the store", cause);
    }
}
