package io.plimsoll.image;

import java.io.IOException;

/// What was opened is not an image of its kind, or says things about itself that do not hold.
public final class ImageFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public ImageFormatException(String message) {
        super(message);
    }

    public ImageFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
