package io.plimsoll.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HostileVersionsTest {
    private static final int MEGABYTE = 1 << 20;

    static List<VersionScheme> schemes() {
        return VersionSchemes.all();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void digitRunsOfAMegabyteAreNumbers(VersionScheme scheme) throws InvalidVersionException {
        String nines = "9".repeat(MEGABYTE) + ".0.0";
        String one = "1" + "0".repeat(MEGABYTE) + ".0.0";

        assertThat(scheme.compare(nines, one)).isNegative();
        assertThat(scheme.compare(one, nines)).isPositive();
        assertThat(scheme.compare(one, one)).isZero();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void lastDigitOfALongRunCounts(VersionScheme scheme) throws InvalidVersionException {
        String left = "1.0." + "7".repeat(MEGABYTE) + "1";
        String right = "1.0." + "7".repeat(MEGABYTE) + "2";

        assertThat(scheme.compare(left, right)).isNegative();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void aMegabyteOfPartsNeedsNoStack(VersionScheme scheme) {
        for (String part : List.of(".1", "-a", "a1", "~", "_rc1")) {
            String longVersion = "1.0.0" + part.repeat(MEGABYTE / part.length());
            assertThatCode(() -> compareIfValid(scheme, longVersion, longVersion + "1"))
                    .as("%s of %s", part, scheme.id())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void aMegabyteOfPreReleaseNeedsNoStack(VersionScheme scheme) {
        for (String part : List.of(".1", "-a1")) {
            String longVersion = "1.0.0-0" + part.repeat(MEGABYTE / part.length());
            assertThatCode(() -> compareIfValid(scheme, longVersion, longVersion + ".1"))
                    .as("%s of %s", part, scheme.id())
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void garbageIsRefusedOrOrderedButNeverAnError(VersionScheme scheme) {
        Random random = new Random(42);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int c = 0; c < length; c++) {
                boolean ascii = random.nextInt(8) > 0;
                text.append((char) (ascii ? random.nextInt(128) : random.nextInt(0x10000)));
            }
            texts.add(text.toString());
        }
        for (int i = 1; i < texts.size(); i++) {
            String left = texts.get(i - 1);
            String right = texts.get(i);
            assertThatCode(() -> compareIfValid(scheme, left, right))
                    .as("'%s' and '%s'", left, right)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void messageForALongTextIsShort(VersionScheme scheme) {
        try {
            scheme.check(" \t " + "x y".repeat(MEGABYTE));
        } catch (InvalidVersionException e) {
            assertThat(e.getMessage()).hasSizeLessThan(400);
            return;
        }
        throw new AssertionError(scheme.id() + " took it");
    }

    private static void compareIfValid(VersionScheme scheme, String left, String right) {
        try {
            int order = scheme.compare(left, right);
            assertThat(Integer.signum(scheme.compare(right, left)))
                    .isEqualTo(-Integer.signum(order));
        } catch (InvalidVersionException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
