package io.plimsoll.json;

/// A text is no JSON document, or goes beyond a bound. The message names line and column.
public final class JsonFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private enum Kind {
        SYNTAX,
        DEPTH,
        OTHER_BOUND
    }

    private final Kind kind;

    JsonFormatException(String message) {
        this(message, Kind.SYNTAX);
    }

    private JsonFormatException(String message, Kind kind) {
        super(message);
        this.kind = kind;
    }

    static JsonFormatException tooDeep(String message) {
        return new JsonFormatException(message, Kind.DEPTH);
    }

    static JsonFormatException limit(String message) {
        return new JsonFormatException(message, Kind.OTHER_BOUND);
    }

    /// Whether the text may be JSON but goes beyond a bound, such as that of its depth.
    public boolean isLimit() {
        return kind != Kind.SYNTAX;
    }

    /// Whether the text nests deeper than allowed.
    public boolean isTooDeep() {
        return kind == Kind.DEPTH;
    }
}
