package io.plimsoll.sbom;

import java.io.IOException;

/// A document is no SBOM that can be read. The message says where, and what would be read; the file's
/// name is the caller's to add.
public final class SbomFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    SbomFormatException(String message) {
        super(message);
    }

    SbomFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
