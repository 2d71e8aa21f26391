package io.plimsoll.checks;

import io.plimsoll.model.Severity;

/// One thing that a built image should or should not have.
///
/// A check has no state and may run on several threads. It never throws because of the image, takes
/// time in proportion to its facts, and gives the same findings for the same facts. What is not known
/// is never taken for good: such an outcome is "not assessed".
///
/// What it is for stands in `checks.tsv` beside {@link CheckTable} and in `docs/checks`, by its id.
public interface Check {
    /// The id, such as `PL-IMG-USER-ROOT`.
    String id();

    /// What it needs; it is called only where that is there.
    Evidence evidence();

    /// Looks at an image.
    ///
    /// @param usual the severity of its findings, where one is not worse for a reason of its own
    Outcome check(CheckedImage image, Severity usual);
}
