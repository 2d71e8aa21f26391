package io.plimsoll.match;

import io.plimsoll.model.Fix;
import java.util.List;
import java.util.Locale;

/// The feeds' words for a vulnerability without a fixed version.
final class FixStates {
    private FixStates() {}

    /// The state that the words mean together; `NOT_FIXED` where no word says more.
    static Fix.State of(List<String> words) {
        for (String word : words) {
            switch (word.toLowerCase(Locale.ROOT).replace('_', '-')) {
                case "wont-fix", "will-not-fix", "end-of-life", "ignored" -> {
                    return Fix.State.WONT_FIX;
                }
                case "deferred", "fix-deferred", "postponed" -> {
                    return Fix.State.DEFERRED;
                }
                case "unknown", "under-investigation" -> {
                    return Fix.State.UNKNOWN;
                }
                default -> {}
            }
        }
        return Fix.State.NOT_FIXED;
    }
}
