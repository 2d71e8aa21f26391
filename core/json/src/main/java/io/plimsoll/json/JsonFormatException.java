package io.plimsoll.json;

/// A text is no JSON document, or nests deeper than allowed. The message names line and column.
public final class JsonFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    JsonFormatException(String message) {
        super(message);
    }
}
