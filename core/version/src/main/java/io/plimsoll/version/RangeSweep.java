package io.plimsoll.version;

import io.plimsoll.model.VersionRange;
import io.plimsoll.model.VersionRange.Event;
import io.plimsoll.model.VersionRange.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One range against one version. Events are never sorted: what decides is the highest event that
/// the version has reached, and one pass finds it.
///
/// An event that is no version of the scheme could stand anywhere. It is set aside, and the verdict
/// stays open only where it could turn the answer.
///
/// Source: OSV schema 1.7.5, "Evaluation".
final class RangeSweep {
    /// "Before every version" where an event has it as its introduction.
    private static final String ORIGIN = "0";

    /// "Without limit" where an event has it as its limit.
    private static final String NO_LIMIT = "*";

    private final VersionScheme scheme;
    private final String version;

    private @Nullable Event deciding;
    private @Nullable Event nextOpening;
    private @Nullable Event nextClosing;
    private @Nullable Event limit;
    private boolean belowLimit;
    private boolean reopened;
    private @Nullable String badOpening;
    private @Nullable String badClosing;
    private @Nullable String badLimit;

    private RangeSweep(VersionScheme scheme, String version) {
        this.scheme = scheme;
        this.version = version;
    }

    /// @param version a valid version of the scheme
    static RangeVerdict evaluate(VersionScheme scheme, VersionRange range, String version) {
        RangeSweep sweep = new RangeSweep(scheme, version);
        for (Event event : range.events()) {
            sweep.take(event);
        }
        return sweep.verdict(range.events());
    }

    /// Whether the range holds every version, whatever it looks like.
    static boolean holdsEverything(VersionRange range) {
        boolean fromOrigin = false;
        for (Event event : range.events()) {
            if (event.kind() != Kind.INTRODUCED) {
                return false;
            }
            fromOrigin |= isOrigin(event);
        }
        return fromOrigin;
    }

    private void take(Event event) {
        try {
            if (event.kind() == Kind.LIMIT) {
                limit = event;
                belowLimit |=
                        event.version().equals(NO_LIMIT)
                                || scheme.compare(version, event.version()) < 0;
            } else if (isReached(event)) {
                takeReached(event);
            } else if (event.kind() == Kind.INTRODUCED) {
                nextOpening = lower(event, nextOpening);
            } else {
                nextClosing = lower(event, nextClosing);
            }
        } catch (InvalidVersionException e) {
            takeBad(event.kind(), e);
        }
    }

    private void takeBad(Kind kind, InvalidVersionException e) {
        String because = "the advisory's bound " + e.getMessage();
        switch (kind) {
            case INTRODUCED -> badOpening = because;
            case FIXED, LAST_AFFECTED -> badClosing = because;
            case LIMIT -> badLimit = because;
        }
    }

    private boolean isReached(Event event) throws InvalidVersionException {
        if (isOrigin(event)) {
            return true;
        }
        int order = scheme.compare(version, event.version());
        return event.kind() == Kind.LAST_AFFECTED ? order > 0 : order >= 0;
    }

    /// Keeps the highest event. At one version the introduction comes first, so that a range may be
    /// empty or hold one version.
    private void takeReached(Event event) throws InvalidVersionException {
        Event highest = deciding;
        int order = highest == null ? 1 : compareEvents(event, highest);
        if (highest == null || order > 0) {
            deciding = event;
            reopened = false;
        } else if (order == 0) {
            boolean introduces =
                    highest.kind() == Kind.INTRODUCED || event.kind() == Kind.INTRODUCED;
            Event last = highest.kind().compareTo(event.kind()) >= 0 ? highest : event;
            deciding = last;
            reopened = last.kind() == Kind.FIXED && (reopened || introduces);
        }
    }

    private int compareEvents(Event left, Event right) throws InvalidVersionException {
        if (isOrigin(left) || isOrigin(right)) {
            return Boolean.compare(isOrigin(right), isOrigin(left));
        }
        return scheme.compare(left.version(), right.version());
    }

    private Event lower(Event event, @Nullable Event other) throws InvalidVersionException {
        if (other == null || scheme.compare(event.version(), other.version()) < 0) {
            return event;
        }
        return other;
    }

    private RangeVerdict verdict(List<Event> events) {
        Event last = deciding;
        boolean affected = last != null && last.kind() == Kind.INTRODUCED;
        if (last != null && reopened) {
            affected = isOpenBelow(events, last);
        }
        boolean limited = limit != null || badLimit != null;
        boolean surelyLimited = limit != null && !belowLimit && badLimit == null;
        if (surelyLimited || (!affected && badOpening == null)) {
            return outside(affected);
        }
        if (last != null && affected && badClosing == null && (!limited || belowLimit)) {
            return inside(last);
        }
        String because = affected ? badClosing : badOpening;
        return new RangeVerdict.Undecided(Objects.requireNonNullElse(because, badLimitText()));
    }

    private String badLimitText() {
        return Objects.requireNonNullElse(badLimit, "the advisory's bounds are not clear");
    }

    /// Whether the interval that ends where the given event is also starts again there: a fix and an
    /// introduction at one version leave the state as it was below them.
    private boolean isOpenBelow(List<Event> events, Event bound) {
        Event upper = bound;
        while (true) {
            RangeSweep below = new RangeSweep(scheme, version);
            for (Event event : events) {
                below.takeIfBelow(event, upper);
            }
            Event last = below.deciding;
            if (last == null) {
                return false;
            }
            if (!below.reopened) {
                return last.kind() == Kind.INTRODUCED;
            }
            upper = last;
        }
    }

    private void takeIfBelow(Event event, Event bound) {
        try {
            if (event.kind() != Kind.LIMIT && compareEvents(event, bound) < 0) {
                takeReached(event);
            }
        } catch (InvalidVersionException e) {
            takeBad(event.kind(), e);
        }
    }

    private RangeVerdict inside(Event start) {
        Event end = nextClosing;
        boolean fixed = end != null && end.kind() == Kind.FIXED;
        Optional<String> bound = Optional.ofNullable(end).map(Event::version);
        String text =
                "introduced "
                        + start.version()
                        + bound.map(b -> (fixed ? ", fixed " : ", last affected ") + b).orElse("");
        return new RangeVerdict.Inside(
                start.version(),
                fixed ? bound : Optional.empty(),
                fixed ? Optional.empty() : bound,
                fixed ? bound.stream().toList() : List.of(),
                text);
    }

    private RangeVerdict outside(boolean affected) {
        Event last = deciding;
        if (affected && limit != null) {
            return new RangeVerdict.Outside(Optional.empty(), "limit " + limit.version());
        }
        String ahead = nextOpening == null ? "" : "before introduced " + nextOpening.version();
        if (last == null) {
            return new RangeVerdict.Outside(
                    Optional.empty(), ahead.isEmpty() ? "nothing introduced" : ahead);
        }
        boolean fixed = last.kind() == Kind.FIXED;
        String reached = (fixed ? "fixed " : "after last affected ") + last.version();
        return new RangeVerdict.Outside(
                fixed ? Optional.of(last.version()) : Optional.empty(),
                ahead.isEmpty() ? reached : reached + ", " + ahead);
    }

    private static boolean isOrigin(Event event) {
        return event.kind() == Kind.INTRODUCED && event.version().equals(ORIGIN);
    }
}
