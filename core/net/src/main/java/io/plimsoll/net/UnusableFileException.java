package io.plimsoll.net;

import java.io.IOException;

/// A file of certificates or keys that is missing or is not what it should be; the message names it.
public final class UnusableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableFileException(String message) {
        super(message);
    }

    UnusableFileException(String message, Exception cause) {
        super(message, cause);
    }
}
