package io.plimsoll.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.VersionRange;
import io.plimsoll.model.VersionRange.Event;
import io.plimsoll.model.VersionRange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RangesTest {
    @Test
    void versionBelowTheFixIsInside() {
        assertThat(evaluate("1.2", range("introduced 0", "fixed 1.3")))
                .isEqualTo(
                        new RangeVerdict.Inside(
                                "0",
                                Optional.of("1.3"),
                                Optional.empty(),
                                List.of("1.3"),
                                "introduced 0, fixed 1.3"));
    }

    @Test
    void boundsAreInsideAsTheSchemaSays() {
        VersionRange fixed = range("introduced 1.0", "fixed 2.0");
        VersionRange last = range("introduced 1.0", "last_affected 2.0");

        assertThat(evaluate("1.0", fixed)).isInstanceOf(RangeVerdict.Inside.class);
        assertThat(evaluate("2.0", fixed)).isInstanceOf(RangeVerdict.Outside.class);
        assertThat(evaluate("2.0", last))
                .isEqualTo(
                        new RangeVerdict.Inside(
                                "1.0",
                                Optional.empty(),
                                Optional.of("2.0"),
                                List.of(),
                                "introduced 1.0, last affected 2.0"));
        assertThat(text(evaluate("2.1", last))).isEqualTo("after last affected 2.0");
    }

    @Test
    void zeroIsBeforeEveryVersionAndNeverParsed() {
        VersionRange all = range("introduced 0", "fixed 1.0.0");

        assertThat(Ranges.evaluate(VersionSchemes.SEMVER, List.of(all), List.of(), "0.0.0-0"))
                .isInstanceOf(RangeVerdict.Inside.class);
        assertThat(evaluate("0~~", all)).isInstanceOf(RangeVerdict.Inside.class);
    }

    @Test
    void outsideNamesTheNearestFixAndWhatComesNext() {
        VersionRange range =
                range("introduced 0", "fixed 1.5", "introduced 2.0", "fixed 2.5", "introduced 3");

        assertThat(evaluate("1.7", range))
                .isEqualTo(
                        new RangeVerdict.Outside(
                                Optional.of("1.5"), "fixed 1.5, before introduced 2.0"));
        assertThat(evaluate("2.9", range))
                .isEqualTo(
                        new RangeVerdict.Outside(
                                Optional.of("2.5"), "fixed 2.5, before introduced 3"));
    }

    @Test
    void eventsMayStandInAnyOrder() {
        String[] events = {"introduced 0", "fixed 1.5", "introduced 2.0", "fixed 2.5"};
        for (List<String> order : permutations(List.of(events))) {
            VersionRange range = range(order.toArray(String[]::new));
            assertThat(evaluate("1.0", range)).as("%s", order).isInstanceOf(inside());
            assertThat(evaluate("1.7", range)).as("%s", order).isInstanceOf(outside());
            assertThat(evaluate("2.2", range)).as("%s", order).isInstanceOf(inside());
            assertThat(evaluate("2.5", range)).as("%s", order).isInstanceOf(outside());
        }
    }

    @Test
    void oneVersionAloneCanBeAffected() {
        for (VersionRange range :
                List.of(
                        range("introduced 1.5", "last_affected 1.5"),
                        range("last_affected 1.5", "introduced 1.5"))) {
            assertThat(evaluate("1.5", range)).isInstanceOf(inside());
            assertThat(evaluate("1.4", range)).isInstanceOf(outside());
            assertThat(evaluate("1.6", range)).isInstanceOf(outside());
        }
    }

    @Test
    void introductionAndFixAtOneVersionLeaveTheStateAsItWas() {
        VersionRange empty = range("introduced 1.0", "fixed 1.0");
        VersionRange adjoining = range("introduced 0", "fixed 1.0", "introduced 1.0", "fixed 2.0");
        VersionRange reversed = range("fixed 2.0", "introduced 1.0", "fixed 1.0", "introduced 0");

        assertThat(evaluate("1.5", empty)).isInstanceOf(outside());
        assertThat(evaluate("1.5", adjoining)).isInstanceOf(inside());
        assertThat(evaluate("1.5", reversed)).isInstanceOf(inside());
        assertThat(evaluate("1.0", adjoining)).isInstanceOf(inside());
        assertThat(evaluate("2.0", reversed)).isInstanceOf(outside());
    }

    @Test
    void limitsCutTheRange() {
        VersionRange limited = range("introduced 1.0", "limit 2.0");
        VersionRange unlimited = range("introduced 1.0", "limit *");
        VersionRange two = range("introduced 1.0", "limit 2.0", "limit 3.0");

        assertThat(evaluate("1.5", limited)).isInstanceOf(inside());
        assertThat(text(evaluate("2.0", limited))).isEqualTo("limit 2.0");
        assertThat(evaluate("9", unlimited)).isInstanceOf(inside());
        assertThat(evaluate("2.5", two)).isInstanceOf(inside());
        assertThat(evaluate("3.0", two)).isInstanceOf(outside());
    }

    @Test
    void insideOneOfManyRangesWins() {
        RangeVerdict verdict =
                evaluate(
                        "2.2",
                        range("introduced 0", "fixed 1.5"),
                        range("introduced 2.0", "fixed 2.5"),
                        range("introduced bad version", "fixed 9"));

        assertThat(verdict).isInstanceOf(inside());
        assertThat(text(verdict)).isEqualTo("introduced 2.0, fixed 2.5");
    }

    @Test
    void fixIsTheLowestVersionThatNoRangeHolds() {
        RangeVerdict verdict =
                evaluate(
                        "1.2",
                        range("introduced 1.0", "fixed 2.0"),
                        range("introduced 0", "fixed 1.5", "introduced 2.0", "fixed 3.0"));

        assertThat(verdict)
                .isEqualTo(
                        new RangeVerdict.Inside(
                                "1.0",
                                Optional.of("3.0"),
                                Optional.empty(),
                                List.of("1.5", "2.0"),
                                "introduced 1.0, fixed 2.0"));
    }

    @Test
    void noFixIsOfferedWhereARangeStaysOpen() {
        RangeVerdict verdict =
                evaluate("1.2", range("introduced 0", "fixed 2.0"), range("introduced 1.0"));

        assertThat(verdict)
                .isEqualTo(
                        new RangeVerdict.Inside(
                                "0",
                                Optional.empty(),
                                Optional.empty(),
                                List.of("2.0"),
                                "introduced 0, fixed 2.0"));
    }

    @Test
    void listedVersionsAreAffectedBesidesTheRanges() {
        List<VersionRange> ranges = List.of(range("introduced 0", "fixed 1.0"));

        assertThat(evaluate(ranges, List.of("2.0-0"), "2.0")).isInstanceOf(inside());
        assertThat(evaluate(ranges, List.of("2.0", "not a version"), "2.1"))
                .isEqualTo(
                        new RangeVerdict.Outside(
                                Optional.of("1.0"), "fixed 1.0; not among 2 listed versions"));
    }

    @Test
    void advisoryWithoutVersionsHoldsNone() {
        assertThat(text(evaluate(List.of(), List.of(), "1.0")))
                .isEqualTo("the advisory names no versions");
        assertThat(text(evaluate("1.0", range()))).isEqualTo("nothing introduced");
    }

    @Test
    void manyRangesAreCountedNotListed() {
        VersionRange one = range("introduced 0", "fixed 1.0");

        assertThat(text(evaluate("2.0", one, one, one, one, one)))
                .isEqualTo("fixed 1.0; fixed 1.0; fixed 1.0; 2 more ranges");
    }

    private static RangeVerdict evaluate(String version, VersionRange... ranges) {
        return evaluate(Arrays.asList(ranges), List.of(), version);
    }

    private static RangeVerdict evaluate(
            List<VersionRange> ranges, List<String> versions, String version) {
        return Ranges.evaluate(VersionSchemes.DEB, ranges, versions, version);
    }

    static VersionRange range(String... events) {
        return new VersionRange(Arrays.stream(events).map(RangesTest::event).toList());
    }

    private static Event event(String text) {
        int space = text.indexOf(' ');
        Kind kind =
                switch (text.substring(0, space)) {
                    case "introduced" -> Kind.INTRODUCED;
                    case "fixed" -> Kind.FIXED;
                    case "last_affected" -> Kind.LAST_AFFECTED;
                    default -> Kind.LIMIT;
                };
        return new Event(kind, text.substring(space + 1));
    }

    private static String text(RangeVerdict verdict) {
        return switch (verdict) {
            case RangeVerdict.Inside inside -> inside.text();
            case RangeVerdict.Outside outside -> outside.text();
            case RangeVerdict.Undecided undecided -> undecided.because();
        };
    }

    private static Class<RangeVerdict.Inside> inside() {
        return RangeVerdict.Inside.class;
    }

    private static Class<RangeVerdict.Outside> outside() {
        return RangeVerdict.Outside.class;
    }

    private static List<List<String>> permutations(List<String> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> permutations = new ArrayList<>();
        for (String first : items) {
            List<String> others = items.stream().filter(item -> !item.equals(first)).toList();
            for (List<String> rest : permutations(others)) {
                permutations.add(Stream.concat(Stream.of(first), rest.stream()).toList());
            }
        }
        return permutations;
    }
}
