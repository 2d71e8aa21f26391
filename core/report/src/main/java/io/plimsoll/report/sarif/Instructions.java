package io.plimsoll.report.sarif;

import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.SourceLine;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Knows the line of the Dockerfile that brought a finding's package.
@FunctionalInterface
public interface Instructions {
    /// Without a Dockerfile.
    Instructions NONE = finding -> Optional.empty();

    Optional<Place> of(Finding finding);

    /// Those of the Dockerfile that a report was made with: the FROM for what came with the base
    /// image, the instruction of the layer for what came upon it.
    static Instructions of(TargetDescription target) {
        Map<Digest, SourceLine> byLayer = new HashMap<>();
        for (LayerSummary layer : target.layers()) {
            if (layer.diffId().isPresent() && layer.source().isPresent()) {
                byLayer.put(layer.diffId().get(), layer.source().get());
            }
        }
        return finding -> {
            Optional<SourceLine> line =
                    finding.origin() == Origin.BASE
                            ? target.base().flatMap(BaseImage::source)
                            : finding.layer().map(byLayer::get);
            return line.map(each -> new Place(each.file(), each.line(), each.line()));
        };
    }

    /// Lines of a file.
    ///
    /// @param file the path as the user named it, relative to the folder of the call
    /// @param startLine the first, from 1
    /// @param endLine the last, itself included
    record Place(String file, int startLine, int endLine) {}
}
