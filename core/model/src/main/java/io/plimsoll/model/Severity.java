package io.plimsoll.model;

import java.util.Locale;
import java.util.Optional;

/// How bad a vulnerability is, the worst first.
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    NEGLIGIBLE,
    UNKNOWN;

    /// The word in reports: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is this bad or worse. `UNKNOWN` is at least itself alone.
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /// The severity that a publisher's word means; nothing for words that mean none.
    ///
    /// Source: the scales of Red Hat, AlmaLinux and SUSE (critical, important, moderate, low), of
    /// GitHub (critical, high, moderate, low), of Debian and Ubuntu (negligible, unimportant).
    public static Optional<Severity> ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "critical" -> Optional.of(CRITICAL);
            case "high", "important" -> Optional.of(HIGH);
            case "medium", "moderate" -> Optional.of(MEDIUM);
            case "low" -> Optional.of(LOW);
            case "negligible", "unimportant", "none" -> Optional.of(NEGLIGIBLE);
            default -> Optional.empty();
        };
    }

    /// The severity that a CVSS base score means.
    ///
    /// Source: CVSS 3.1 specification, section 5, "Qualitative Severity Rating Scale".
    public static Severity ofScore(double score) {
        if (score >= 9.0) {
            return CRITICAL;
        }
        if (score >= 7.0) {
            return HIGH;
        }
        if (score >= 4.0) {
            return MEDIUM;
        }
        return score > 0 ? LOW : NEGLIGIBLE;
    }
}
