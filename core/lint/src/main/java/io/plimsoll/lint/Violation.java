package io.plimsoll.lint;

import io.plimsoll.dockerfile.Span;
import java.util.List;

/// A place where a file breaks a rule.
///
/// @param span where
/// @param message one sentence that names what stands there
/// @param fix what puts it right without changing anything else; empty where a person must decide
public record Violation(Span span, String message, List<Edit> fix) {
    public Violation {
        fix = List.copyOf(fix);
    }

    public static Violation at(Span span, String message) {
        return new Violation(span, message, List.of());
    }
}
