package io.plimsoll.lint.image;

/// Vulnerabilities by severity.
///
/// @param others low, negligible and unknown
public record FindingCounts(int critical, int high, int medium, int others) {
    public static final FindingCounts NONE = new FindingCounts(0, 0, 0, 0);

    public int total() {
        return critical + high + medium + others;
    }

    public FindingCounts plus(FindingCounts other) {
        return new FindingCounts(
                critical + other.critical,
                high + other.high,
                medium + other.medium,
                others + other.others);
    }

    public FindingCounts minus(FindingCounts other) {
        return new FindingCounts(
                critical - other.critical,
                high - other.high,
                medium - other.medium,
                others - other.others);
    }

    /// All counts, such as `27 findings (2 critical, 5 high, 12 medium, 8 lower)`.
    public String bySeverity() {
        String all = total() == 1 ? "1 finding" : total() + " findings";
        return total() == 0
                ? all
                : all
                        + " ("
                        + critical
                        + " critical, "
                        + high
                        + " high, "
                        + medium
                        + " medium, "
                        + others
                        + " lower)";
    }

    /// The counts for people, such as `27 findings, 2 of them critical`.
    public String words() {
        String all = total() == 1 ? "1 finding" : total() + " findings";
        return critical > 0
                ? all + ", " + critical + " of them critical"
                : high > 0 ? all + ", " + high + " of them high" : all;
    }
}
