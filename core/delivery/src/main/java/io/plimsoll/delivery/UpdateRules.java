package io.plimsoll.delivery;

import java.time.Instant;
import java.util.Optional;

/// Which index an update takes.
///
/// @param keys whose signature counts; without them none is looked at
/// @param notBefore an index that was created earlier is refused; nothing where any age will do
public record UpdateRules(Optional<TrustedKeys> keys, Optional<Instant> notBefore) {}
