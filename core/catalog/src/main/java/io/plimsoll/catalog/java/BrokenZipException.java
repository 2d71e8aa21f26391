package io.plimsoll.catalog.java;

/// The central directory of an archive cannot be believed. Caught where the archive is read, which
/// then follows the local headers. Without a stack trace: a made file can hold a million of them.
final class BrokenZipException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenZipException(long offset, String reason) {
        super("byte " + offset + ": " + reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
