package io.plimsoll.attest;

import java.io.IOException;

/// A document is no statement, envelope or signature that can be read. The message says what is wrong
/// with it; what the document is called is the caller's to add.
public final class AttestationFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public AttestationFormatException(String message) {
        super(message);
    }

    public AttestationFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
