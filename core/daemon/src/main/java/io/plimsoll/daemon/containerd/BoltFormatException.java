package io.plimsoll.daemon.containerd;

import java.io.IOException;

/// A bbolt file is damaged, or no such file.
public final class BoltFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    BoltFormatException(String message) {
        super(message);
    }
}
