package io.plimsoll.engine;

import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.TargetDescription;
import java.util.Optional;

/// A target that was read but not yet judged.
///
/// @param description what it is
/// @param inventory what is in it
/// @param complete whether all of it could be read
/// @param checks what checks say; empty where they were not asked for
public record ScannedTarget(
        TargetDescription description,
        Inventory inventory,
        boolean complete,
        Optional<ImageChecks> checks) {
    /// A target without checks.
    ScannedTarget(TargetDescription description, Inventory inventory, boolean complete) {
        this(description, inventory, complete, Optional.empty());
    }

    /// The same target with more said of it and of what is in it.
    ScannedTarget with(TargetDescription newDescription, Inventory newInventory) {
        return new ScannedTarget(newDescription, newInventory, complete, checks);
    }
}
