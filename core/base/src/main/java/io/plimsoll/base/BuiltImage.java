package io.plimsoll.base;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an image tells of its making.
///
/// @param platform `linux/amd64`; empty where unknown
/// @param history oldest first
/// @param layers how many it has
/// @param oldest the step that made its oldest layer; empty where the history does not tell
public record BuiltImage(
        String platform, List<HistoryEntry> history, int layers, Optional<Oldest> oldest) {
    /// The step of the oldest layer.
    ///
    /// @param createdBy the instruction as the builder wrote it
    /// @param comment of the builder
    public record Oldest(String createdBy, String comment, Optional<Instant> created) {}

    public BuiltImage {
        history = List.copyOf(history);
    }
}
