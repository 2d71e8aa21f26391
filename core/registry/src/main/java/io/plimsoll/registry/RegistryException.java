package io.plimsoll.registry;

import java.io.IOException;

/// A registry could not be reached, or did not give what was asked for. The message says which
/// registry, what it answered, and what to do; it holds no credential.
public final class RegistryException extends IOException {
    private static final long serialVersionUID = 1L;

    /// Why, for a caller that decides by it.
    public enum Reason {
        /// No connection, or one that broke or stalled.
        UNREACHABLE,
        /// Its certificate is not trusted.
        UNTRUSTED,
        /// It wants a login, or another one.
        DENIED,
        /// It has no such repository, tag or blob.
        NOT_FOUND,
        /// It asks to come back later than one can wait.
        BUSY,
        /// Its answer is not what the protocol says, or is not allowed here.
        REFUSED,
        /// Credentials or certificates of this machine cannot be read.
        CONFIGURATION
    }

    private final Reason reason;

    RegistryException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RegistryException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
