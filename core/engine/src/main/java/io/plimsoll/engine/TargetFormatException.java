package io.plimsoll.engine;

import java.io.IOException;

/// A target's content is not what it should be. The message names file, place and remedy.
public final class TargetFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    TargetFormatException(String message) {
        super(message);
    }

    TargetFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
