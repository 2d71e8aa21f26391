package io.plimsoll.lint;

import java.util.function.Consumer;

/// One thing that a Dockerfile should or should not do.
///
/// A rule has no state and may run on several threads. It never throws because of the file, takes time
/// in proportion to it, and is silent where it cannot know: about variables without a known value,
/// about scripts that could not be read, about shells that are no POSIX shells. It reports in any
/// order. A fix changes nothing but what the rule is about, and the fixed file no longer breaks the
/// rule at that place.
///
/// What it is for stands in `rules.tsv` beside {@link RuleTable} and in `docs/rules`, by its id.
public interface Rule {
    /// The id, such as `PL-FROM-TAG`.
    String id();

    /// Reports each place where the file breaks the rule.
    void check(LintedFile file, Consumer<Violation> found);
}
