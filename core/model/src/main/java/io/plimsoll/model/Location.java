package io.plimsoll.model;

import java.util.Optional;

/// One place where a package was found.
///
/// @param evidence the file, and what in it gave the package
/// @param layer diff id of the layer that brought it; empty where the target has no layers
public record Location(Evidence evidence, Optional<Digest> layer) {}
