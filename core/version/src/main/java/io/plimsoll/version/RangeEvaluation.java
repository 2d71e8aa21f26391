package io.plimsoll.version;

import io.plimsoll.model.VersionRange;
import io.plimsoll.model.VersionRange.Event;
import io.plimsoll.model.VersionRange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All ranges and listed versions of an advisory, against versions that are valid.
record RangeEvaluation(VersionScheme scheme, List<VersionRange> ranges, List<String> versions) {
    /// Ranges described in the text of a verdict; of more, only the count is given.
    private static final int MOST_DESCRIBED = 3;

    RangeVerdict verdict(String version) {
        if (isOneInterval()) {
            return RangeSweep.evaluate(scheme, ranges.getFirst(), version);
        }
        List<RangeVerdict> verdicts = new ArrayList<>(ranges.size());
        for (VersionRange range : ranges) {
            verdicts.add(RangeSweep.evaluate(scheme, range, version));
        }
        for (RangeVerdict verdict : verdicts) {
            if (verdict instanceof RangeVerdict.Inside inside) {
                return withFixes(version, inside, verdicts);
            }
        }
        if (isListed(version)) {
            return listed(version);
        }
        for (RangeVerdict verdict : verdicts) {
            if (verdict instanceof RangeVerdict.Undecided) {
                return verdict;
            }
        }
        return outside(verdicts);
    }

    static RangeVerdict listed(String version) {
        return new RangeVerdict.Inside(
                version,
                Optional.empty(),
                Optional.of(version),
                List.of(),
                "listed as affected: " + version);
    }

    static String notAmong(List<String> versions) {
        return versions.size() == 1
                ? "not the listed " + versions.getFirst()
                : "not among " + versions.size() + " listed versions";
    }

    /// Spelled like it first: that is the cheap way to find it.
    private boolean isListed(String version) {
        if (versions.contains(version)) {
            return true;
        }
        for (String listed : versions) {
            if (isEqual(listed, version)) {
                return true;
            }
        }
        return false;
    }

    private RangeVerdict outside(List<RangeVerdict> verdicts) {
        List<String> fixes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (RangeVerdict verdict : verdicts) {
            if (verdict instanceof RangeVerdict.Outside(Optional<String> fixed, String text)) {
                fixed.ifPresent(value -> addSorted(fixes, value));
                texts.add(text);
            }
        }
        if (texts.size() > MOST_DESCRIBED) {
            int more = texts.size() - MOST_DESCRIBED;
            texts.subList(MOST_DESCRIBED, texts.size()).clear();
            texts.add(more + " more ranges");
        }
        if (!versions.isEmpty()) {
            texts.add(notAmong(versions));
        }
        return new RangeVerdict.Outside(
                fixes.isEmpty() ? Optional.empty() : Optional.of(fixes.getLast()),
                texts.isEmpty() ? "the advisory names no versions" : String.join("; ", texts));
    }

    /// The first interval, with what all ranges together say about fixes.
    private RangeVerdict withFixes(
            String version, RangeVerdict.Inside first, List<RangeVerdict> verdicts) {
        List<String> ends = new ArrayList<>();
        for (RangeVerdict verdict : verdicts) {
            if (verdict instanceof RangeVerdict.Inside inside) {
                inside.fixed().ifPresent(fixed -> addSorted(ends, fixed));
            }
        }
        return new RangeVerdict.Inside(
                first.introduced(),
                lowestOutside(version),
                first.lastAffected(),
                ends,
                first.text());
    }

    /// The usual advisory, which needs no search.
    private boolean isOneInterval() {
        return ranges.size() == 1 && ranges.getFirst().events().size() <= 2 && versions.isEmpty();
    }

    /// The lowest fixed version above the given one that nothing holds.
    private Optional<String> lowestOutside(String version) {
        List<String> candidates = new ArrayList<>();
        for (VersionRange range : ranges) {
            for (Event event : range.events()) {
                if (event.kind() == Kind.FIXED && isAbove(event.version(), version)) {
                    addSorted(candidates, event.version());
                }
            }
        }
        for (String candidate : candidates) {
            if (isOutside(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private boolean isOutside(String version) {
        for (VersionRange range : ranges) {
            RangeVerdict verdict = RangeSweep.evaluate(scheme, range, version);
            if (!(verdict instanceof RangeVerdict.Outside)) {
                return false;
            }
        }
        return !isListed(version);
    }

    private boolean isAbove(String bound, String version) {
        try {
            return scheme.compare(bound, version) > 0;
        } catch (InvalidVersionException e) {
            return false;
        }
    }

    private boolean isEqual(String listed, String version) {
        try {
            return scheme.compare(listed, version) == 0;
        } catch (InvalidVersionException e) {
            return listed.equals(version);
        }
    }

    /// Inserts a valid version, oldest first, unless an equal one is there.
    private void addSorted(List<String> sorted, String version) {
        int at = sorted.size();
        while (at > 0 && !isAbove(version, sorted.get(at - 1))) {
            at--;
        }
        if (at == sorted.size() || !isEqual(sorted.get(at), version)) {
            sorted.add(at, version);
        }
    }
}
