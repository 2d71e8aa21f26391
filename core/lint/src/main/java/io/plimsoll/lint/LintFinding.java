package io.plimsoll.lint;

import io.plimsoll.dockerfile.Span;

/// A violation as a report holds it.
///
/// @param rule that is broken
/// @param violation where and how
/// @param end the place behind the last character of it, with its line and column
/// @param stage its stage by name or number; empty before the first one
public record LintFinding(RuleInfo rule, Violation violation, Span end, String stage) {
    public Span span() {
        return violation.span();
    }
}
