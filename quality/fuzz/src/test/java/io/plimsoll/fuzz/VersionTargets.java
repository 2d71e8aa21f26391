package io.plimsoll.fuzz;

import io.plimsoll.model.VersionRange;
import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.Ranges;
import io.plimsoll.version.VersionScheme;
import io.plimsoll.version.VersionSchemes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Version orders, by the laws of an order. The first byte of the input picks the scheme, lines
/// behind it are versions.
final class VersionTargets {
    /// pacman and Maven themselves keep no order for versions that nobody releases, and what they say
    /// counts: see `OrderPropertiesTest`.
    private static final List<String> NOT_ALWAYS_TRANSITIVE = List.of("alpm", "maven");

    private VersionTargets() {}

    static void order(byte[] input) {
        if (input.length == 0) {
            return;
        }
        VersionScheme scheme = scheme(input[0]);
        List<String> versions = new ArrayList<>();
        for (String line : lines(input, 3)) {
            try {
                scheme.check(line);
                versions.add(line);
            } catch (InvalidVersionException documented) {
                // It says so itself.
            }
        }
        for (String a : versions) {
            FuzzTarget.require(compare(scheme, a, a) == 0, scheme.id() + ": not itself: " + a);
            for (String b : versions) {
                int ab = compare(scheme, a, b);
                FuzzTarget.require(
                        ab == -compare(scheme, b, a),
                        scheme.id() + ": another order the other way: " + a + " " + b);
                for (String c : versions) {
                    if (ab <= 0 && isTransitive(scheme) && compare(scheme, b, c) <= 0) {
                        FuzzTarget.require(
                                compare(scheme, a, c) <= 0,
                                scheme.id() + ": no order: " + a + " " + b + " " + c);
                    }
                }
            }
        }
    }

    static void ranges(byte[] input) {
        if (input.length == 0) {
            return;
        }
        List<String> lines = lines(input, 6);
        List<VersionRange.Event> events = new ArrayList<>();
        VersionRange.Kind[] kinds = VersionRange.Kind.values();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            int kind = line.isEmpty() ? 0 : line.charAt(0) % kinds.length;
            events.add(
                    new VersionRange.Event(kinds[kind], line.isEmpty() ? "0" : line.substring(1)));
        }
        String version = lines.getFirst();
        List<VersionRange> ranges = List.of(new VersionRange(events));
        List<VersionRange> reversed = List.of(new VersionRange(events.reversed()));
        VersionScheme scheme = scheme(input[0]);
        Class<?> verdict = Ranges.evaluate(scheme, ranges, List.of(), version).getClass();
        FuzzTarget.require(
                !isTransitive(scheme)
                        || verdict
                                == Ranges.evaluate(scheme, reversed, List.of(), version).getClass(),
                scheme.id() + ": " + version + " depends on the order of " + events);
    }

    private static boolean isTransitive(VersionScheme scheme) {
        return !NOT_ALWAYS_TRANSITIVE.contains(scheme.id());
    }

    private static VersionScheme scheme(byte first) {
        List<VersionScheme> all = VersionSchemes.all();
        return all.get((first & 0xff) % all.size());
    }

    private static List<String> lines(byte[] input, int most) {
        String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        return Arrays.stream(text.split("\n", most + 1)).limit(most).toList();
    }

    private static int compare(VersionScheme scheme, String left, String right) {
        try {
            return Integer.signum(scheme.compare(left, right));
        } catch (InvalidVersionException contradiction) {
            throw new AssertionError("a checked version is none", contradiction);
        }
    }
}
