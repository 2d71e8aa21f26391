package io.plimsoll.dockerfile;

/// A word whose quotes or substitutions do not hold.
final class ShellSyntaxException extends Exception {
    ShellSyntaxException(String message) {
        super(message, null, false, false);
    }
}
