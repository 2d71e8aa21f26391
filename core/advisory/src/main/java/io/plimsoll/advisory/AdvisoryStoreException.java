package io.plimsoll.advisory;

import java.io.IOException;

/// The advisory store is missing or cannot be used. The message names the folder or file and what to
/// do.
public final class AdvisoryStoreException extends IOException {
    private static final long serialVersionUID = 1L;

    public AdvisoryStoreException(String message) {
        super(message);
    }

    public AdvisoryStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
