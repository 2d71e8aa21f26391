package io.plimsoll.daemon;

import java.io.IOException;

/// An engine cannot be reached, or refuses. The message names the place, the reason and the remedy.
public final class EngineException extends IOException {
    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
