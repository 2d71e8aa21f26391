package io.plimsoll.checks;

import io.plimsoll.checks.secrets.SecretDetector;
import io.plimsoll.checks.stack.LayerStack;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image as checks see it.
///
/// @param config how it is started, and its history; empty for a root file system
/// @param annotations of its manifest
/// @param tags that it goes by
/// @param layers their diff ids, oldest first; none for a root file system
/// @param stack what is in them
/// @param owners who brought a file
/// @param detector to search its settings
/// @param complete whether all layers could be read
public record CheckedImage(
        Optional<ImageConfig> config,
        Map<String, String> annotations,
        List<String> tags,
        List<Optional<Digest>> layers,
        LayerStack stack,
        FileOwners owners,
        SecretDetector detector,
        boolean complete) {
    public CheckedImage {
        annotations = Map.copyOf(annotations);
        tags = List.copyOf(tags);
        layers = List.copyOf(layers);
    }

    /// The diff id of a layer.
    ///
    /// @param index oldest first
    public Optional<Digest> layer(int index) {
        return index >= 0 && index < layers.size() ? layers.get(index) : Optional.empty();
    }

    /// The steps of the build, oldest first.
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        int layer = 0;
        for (ImageConfig.History entry : config.orElse(ImageConfig.EMPTY).history()) {
            steps.add(Step.of(entry, entry.emptyLayer() ? -1 : layer));
            layer += entry.emptyLayer() ? 0 : 1;
        }
        return steps;
    }

    /// When each layer was made, as the history says; a history that does not fit the layers says
    /// nothing.
    public List<Optional<Instant>> times() {
        List<Optional<Instant>> times =
                config.orElse(ImageConfig.EMPTY).history().stream()
                        .filter(each -> !each.emptyLayer())
                        .map(ImageConfig.History::created)
                        .toList();
        return times.size() == layers.size() ? times : List.of();
    }

    /// Whether there is what a check needs.
    boolean has(Evidence evidence) {
        return switch (evidence) {
            case CONFIG -> config.isPresent();
            case HISTORY ->
                    config.orElse(ImageConfig.EMPTY).history().stream()
                            .anyMatch(each -> !each.createdBy().isBlank());
            case FILES -> true;
            case LAYERS -> !layers.isEmpty();
        };
    }
}
