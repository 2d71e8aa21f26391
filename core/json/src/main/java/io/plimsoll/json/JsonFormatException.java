package io.plimsoll.json;

/// A text is no JSON document, or nests deeper than allowed. The message names line and column.
public final class JsonFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean limit;

    JsonFormatException(String message) {
        this(message, false);
    }

    private JsonFormatException(String message, boolean limit) {
        super(message);
        this.limit = limit;
    }

    static JsonFormatException limit(String message) {
        return new JsonFormatException(message, true);
    }

    /// Whether the text may be JSON but goes beyond a bound, such as that of its depth.
    public boolean isLimit() {
        return limit;
    }
}
