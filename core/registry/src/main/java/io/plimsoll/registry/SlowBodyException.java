package io.plimsoll.registry;

import java.io.IOException;

/// Bytes come, but so few that waiting for the last of them is no use.
final class SlowBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    SlowBodyException(String message) {
        super(message);
    }
}
