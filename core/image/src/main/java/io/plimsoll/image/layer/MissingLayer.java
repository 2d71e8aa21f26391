package io.plimsoll.image.layer;

import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// A layer whose bytes are not there. Reading it says so.
///
/// @param kind `MISSING`, or `LEFT_OUT` for a layer that is not distributed with the image
public record MissingLayer(LayerDescription description, ProblemKind kind, String reason)
        implements Layer {
    @Override
    public LayerResult read(EntryVisitor visitor, LongConsumer bytesRead) {
        Problem problem =
                new Problem("", description.diffId(), StoredLayer.COMPONENT, kind, reason);
        return new LayerResult(Optional.empty(), 0, List.of(problem), false);
    }
}
