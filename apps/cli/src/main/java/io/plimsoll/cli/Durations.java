package io.plimsoll.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as options take them: days, hours, minutes and seconds, such as `30d` or `1h30m`.
final class Durations {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    private Durations() {}

    /// @param option whose value it is, for the message
    /// @throws IllegalArgumentException if it is none, or not above zero
    static Duration parse(String option, String text) {
        Matcher matcher = FORM.matcher(text);
        Duration duration =
                matcher.matches()
                        ? Duration.ofDays(number(matcher, 1))
                                .plusHours(number(matcher, 2))
                                .plusMinutes(number(matcher, 3))
                                .plusSeconds(number(matcher, 4))
                        : Duration.ZERO;
        if (duration.isZero()) {
            throw new IllegalArgumentException(
                    option + " '" + text + "' is no duration such as 90s, 5m, 1h30m or 30d");
        }
        return duration;
    }

    /// The way it is written by users.
    static String text(Duration duration) {
        return part(duration.toDays(), "d")
                + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s");
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
