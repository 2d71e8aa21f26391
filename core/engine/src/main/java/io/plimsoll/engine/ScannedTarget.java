package io.plimsoll.engine;

import io.plimsoll.model.Inventory;
import io.plimsoll.model.TargetDescription;

/// A target that was read but not yet judged.
///
/// @param description what it is
/// @param inventory what is in it
/// @param complete whether all of it could be read
public record ScannedTarget(TargetDescription description, Inventory inventory, boolean complete) {}
