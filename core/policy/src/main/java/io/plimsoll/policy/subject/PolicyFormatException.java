package io.plimsoll.policy.subject;

/// A policy, ignore file or VEX document that cannot be used. The message names the file, where known
/// line and column, and what to do.
public final class PolicyFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public PolicyFormatException(String message) {
        super(message);
    }

    public PolicyFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
