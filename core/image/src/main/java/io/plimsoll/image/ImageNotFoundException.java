package io.plimsoll.image;

import java.io.IOException;

/// The image that was asked for is not there: no such file, no such tag, no such platform. The
/// message says what there is instead.
public class ImageNotFoundException extends IOException {
    private static final long serialVersionUID = 1L;

    public ImageNotFoundException(String message) {
        super(message);
    }
}
