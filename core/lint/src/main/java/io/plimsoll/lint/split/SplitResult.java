package io.plimsoll.lint.split;

import io.plimsoll.lint.image.FindingCounts;
import java.util.List;

/// What came of looking for a split.
public sealed interface SplitResult {
    /// A Dockerfile of two stages.
    ///
    /// @param dockerfile all of it
    /// @param reasons what is copied, installed and left behind, and why; a sentence each
    /// @param before of the image as it is
    /// @param after as reckoned from what the image says of its packages and files
    record Suggested(String dockerfile, List<String> reasons, Weight before, Weight after)
            implements SplitResult {
        public Suggested {
            reasons = List.copyOf(reasons);
        }
    }

    /// There is no suggestion.
    ///
    /// @param why one sentence
    record None(String why) implements SplitResult {}

    /// What an image costs.
    ///
    /// @param size bytes
    /// @param packages of the distribution
    record Weight(long size, int packages, FindingCounts findings) {}
}
