package io.plimsoll.feeds;

/// A record of a feed does not follow its format.
final class FeedFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    FeedFormatException(String message) {
        super(message);
    }
}
