package io.plimsoll.daemon.http;

import java.io.IOException;

/// What came from a socket is no HTTP answer within its bounds, or ended before its end.
public final class HttpFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    HttpFormatException(String message) {
        super(message);
    }
}
