package io.plimsoll.daemon.docker;

import java.io.IOException;

/// An engine's folders cannot be taken for an image's layers. The export can.
final class UnfitFoldersException extends IOException {
    private static final long serialVersionUID = 1L;

    UnfitFoldersException(String message) {
        super(message);
    }
}
