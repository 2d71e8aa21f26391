package io.plimsoll.base;

import io.plimsoll.model.Origin;
import io.plimsoll.model.SourceLine;
import java.util.Optional;

/// Who made a layer.
///
/// @param source the instruction that made it; empty for what is not of the Dockerfile
public record LayerOrigin(Origin origin, Optional<SourceLine> source) {}
