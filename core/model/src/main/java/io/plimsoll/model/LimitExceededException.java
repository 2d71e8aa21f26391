package io.plimsoll.model;

import java.io.IOException;

/// A {@link Limit} stopped the reading.
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Limit limit;

    /// @param where what was being read: a path, a layer, an offset
    public LimitExceededException(Limit limit, long value, String where) {
        super(
                where
                        + ": more than "
                        + value
                        + " "
                        + limit.unit()
                        + "; "
                        + limit.flag()
                        + " allows more");
        this.limit = limit;
    }

    public Limit limit() {
        return limit;
    }
}
