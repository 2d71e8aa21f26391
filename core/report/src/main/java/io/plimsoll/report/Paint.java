package io.plimsoll.report;

import io.plimsoll.model.Printable;
import io.plimsoll.model.Severity;

/// Colours, where they may be used.
record Paint(boolean on) {
    private static final String END = "\u001b[0m";

    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String warning(String text) {
        return paint("33", text);
    }

    String severity(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> paint("1;35", text);
            case HIGH -> paint("1;31", text);
            case MEDIUM -> paint("33", text);
            case LOW, NEGLIGIBLE, UNKNOWN -> text;
        };
    }

    private String paint(String code, String text) {
        String safe = Printable.of(text);
        return on ? "\u001b[" + code + "m" + safe + END : safe;
    }
}
