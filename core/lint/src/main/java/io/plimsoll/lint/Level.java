package io.plimsoll.lint;

import java.util.Locale;

/// How much a finding matters, the worst first.
public enum Level {
    /// The build fails, or the image does not do what the file says.
    ERROR,
    /// The image is unsafe, larger or less reproducible than it need be.
    WARNING,
    /// Worth knowing; good reasons against it are common.
    INFO,
    /// How the file reads.
    STYLE;

    /// The level in a report.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is as bad as another one, or worse.
    public boolean isAtLeast(Level other) {
        return compareTo(other) <= 0;
    }
}
