package io.plimsoll.model;

import java.util.EnumMap;
import java.util.Map;

/// A value for each {@link Limit}. Immutable.
public final class Limits {
    private static final Limits STANDARD = new Limits(new EnumMap<>(Limit.class));

    private final Map<Limit, Long> changed;

    private Limits(Map<Limit, Long> changed) {
        this.changed = changed;
    }

    /// The defaults.
    public static Limits standard() {
        return STANDARD;
    }

    /// The same limits with one changed.
    ///
    /// @throws IllegalArgumentException if the value is below 1
    public Limits with(Limit limit, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(limit.flag() + " must be at least 1, not " + value);
        }
        Map<Limit, Long> copy = new EnumMap<>(Limit.class);
        copy.putAll(changed);
        copy.put(limit, value);
        return new Limits(copy);
    }

    public long of(Limit limit) {
        Long value = changed.get(limit);
        return value == null ? limit.standard() : value;
    }

    /// Checks a value against a limit.
    ///
    /// @throws LimitExceededException if the value is above it
    public void check(Limit limit, long value, String where) throws LimitExceededException {
        if (value > of(limit)) {
            throw new LimitExceededException(limit, of(limit), where);
        }
    }
}
