package io.plimsoll.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.VersionRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What cannot be parsed makes a verdict undecided only where it could turn it.
final class UndecidedRangesTest {
    private static final String BAD = "not-a-version";

    @Test
    void badFixDecidesNothingForAnAffectedVersion() {
        RangeVerdict verdict = evaluate("1.0.0", range("introduced 0", "fixed " + BAD));

        assertThat(verdict).isInstanceOf(RangeVerdict.Undecided.class);
        assertThat(((RangeVerdict.Undecided) verdict).because())
                .contains("the advisory's bound '" + BAD + "' is not a semver version");
    }

    @Test
    void badFixMeansNothingToAVersionThatIsOutsideAnyway() {
        assertThat(evaluate("1.0.0", range("introduced 2.0.0", "fixed " + BAD)))
                .isInstanceOf(RangeVerdict.Outside.class);
        assertThat(evaluate("1.0.0", range("introduced 0", "fixed " + BAD, "fixed 0.9.0")))
                .isInstanceOf(RangeVerdict.Outside.class);
    }

    @Test
    void badIntroductionMeansNothingToAVersionThatIsInsideAnyway() {
        assertThat(evaluate("1.0.0", range("introduced 0", "introduced " + BAD, "fixed 2.0.0")))
                .isInstanceOf(RangeVerdict.Inside.class);
    }

    @Test
    void badIntroductionLeavesAVersionBelowNothingOpen() {
        assertThat(evaluate("1.0.0", range("introduced " + BAD, "fixed 2.0.0")))
                .isInstanceOf(RangeVerdict.Undecided.class);
        assertThat(evaluate("1.0.0", range("introduced " + BAD, "fixed 0.5.0", "limit 0.9.0")))
                .isInstanceOf(RangeVerdict.Outside.class);
    }

    @Test
    void badLastAffectedIsLikeABadFix() {
        assertThat(evaluate("1.0.0", range("introduced 0", "last_affected " + BAD)))
                .isInstanceOf(RangeVerdict.Undecided.class);
    }

    @Test
    void badLimitCountsOnlyWhereNoOtherLimitIsAbove() {
        assertThat(evaluate("1.0.0", range("introduced 0", "limit " + BAD)))
                .isInstanceOf(RangeVerdict.Undecided.class);
        assertThat(evaluate("1.0.0", range("introduced 0", "limit " + BAD, "limit 2.0.0")))
                .isInstanceOf(RangeVerdict.Inside.class);
        assertThat(evaluate("1.0.0", range("introduced 0", "limit " + BAD, "limit 0.5.0")))
                .isInstanceOf(RangeVerdict.Undecided.class);
    }

    @Test
    void badVersionIsUndecidedWhereARangeHasBounds() {
        RangeVerdict verdict = evaluate(BAD, range("introduced 0", "fixed 1.0.0"));

        assertThat(verdict).isInstanceOf(RangeVerdict.Undecided.class);
        assertThat(((RangeVerdict.Undecided) verdict).because())
                .startsWith("the package's version '" + BAD + "' is not a semver version");
    }

    @Test
    void badVersionIsInsideARangeThatHoldsEverything() {
        assertThat(evaluate(BAD, range("introduced 0"))).isInstanceOf(RangeVerdict.Inside.class);
    }

    @Test
    void badVersionIsLookedForAsText() {
        List<VersionRange> bounded = List.of(range("introduced 0", "fixed 1.0.0"));

        assertThat(evaluate(bounded, List.of("1.0.0", BAD), BAD))
                .isInstanceOf(RangeVerdict.Inside.class);
        assertThat(evaluate(List.of(), List.of("1.0.0"), BAD))
                .isInstanceOf(RangeVerdict.Outside.class);
    }

    @Test
    void listedVersionDecidesWhatARangeLeavesOpen() {
        assertThat(
                        evaluate(
                                List.of(range("introduced 0", "fixed " + BAD)),
                                List.of("v1.0.0"),
                                "1.0.0"))
                .isInstanceOf(RangeVerdict.Inside.class);
    }

    @Test
    void aFixThatIsOpenInAnotherRangeIsNotOffered() {
        RangeVerdict verdict =
                evaluate(
                        List.of(
                                range("introduced 0", "fixed 2.0.0"),
                                range("introduced 1.5.0", "fixed " + BAD)),
                        List.of(),
                        "1.0.0");

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        RangeVerdict.Inside.class,
                        inside -> {
                            assertThat(inside.fixed()).isEmpty();
                            assertThat(inside.fixes()).containsExactly("2.0.0");
                        });
    }

    private static RangeVerdict evaluate(String version, VersionRange range) {
        return evaluate(List.of(range), List.of(), version);
    }

    private static RangeVerdict evaluate(
            List<VersionRange> ranges, List<String> versions, String version) {
        return Ranges.evaluate(VersionSchemes.SEMVER, ranges, versions, version);
    }

    private static VersionRange range(String... events) {
        return RangesTest.range(events);
    }
}
