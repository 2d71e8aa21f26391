package io.plimsoll.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Numbers and dates as people write them.
public final class Words {
    private static final double KB = 1000;
    private static final double EPSS_SHOWN = 0.01;

    private Words() {}

    /// `1 package`, `2 packages`.
    public static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /// `1 vulnerability`, `2 vulnerabilities`.
    public static String count(long number, String noun, String plural) {
        return number + " " + (number == 1 ? noun : plural);
    }

    /// `181 MB`, decimal units.
    public static String size(long bytes) {
        if (bytes < KB) {
            return bytes + " B";
        }
        double value = bytes / KB;
        String[] units = {"kB", "MB", "GB", "TB"};
        int unit = 0;
        while (value >= KB && unit < units.length - 1) {
            value /= KB;
            unit++;
        }
        return number(value) + " " + units[unit];
    }

    /// One decimal below ten. A `Formatter` would load the words of a locale, 8 ms at each start.
    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths < 100 ? tenths / 10 + "." + tenths % 10 : Long.toString(Math.round(value));
    }

    /// `2 days old`.
    public static String age(LocalDate day, LocalDate today) {
        long days = Math.max(0, ChronoUnit.DAYS.between(day, today));
        return days == 0 ? "today's" : count(days, "day") + " old";
    }

    /// `EPSS 12 %`; empty below one percent.
    public static String epss(double score) {
        return score < EPSS_SHOWN ? "" : "EPSS " + Math.round(score * 100) + " %";
    }
}
