package io.plimsoll.cli;

import io.plimsoll.model.Severity;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Severities as options name them.
final class Severities {
    private Severities() {}

    /// @throws IllegalArgumentException if there is no such severity
    static Severity parse(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "severity '" + word + "' is unknown; there are " + all()));
    }

    private static String all() {
        return Arrays.stream(Severity.values())
                .map(Severity::word)
                .collect(Collectors.joining(", "));
    }
}
