package io.plimsoll.engine;

import io.plimsoll.base.index.BaseIndex;
import io.plimsoll.base.index.BaseMatch;
import io.plimsoll.base.index.BaseSearch;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Origin;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the base image of a target in the user's index, and tells apart what came with it.
final class BaseRecognition {
    private final ScanOptions options;
    private final Progress progress;
    private final BaseIndex index;

    BaseRecognition(ScanOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.index =
                new BaseIndex(
                        options.bases().orElseThrow(),
                        problem -> progress.notice(problem.path() + ": " + problem.reason()));
    }

    BaseIndex index() {
        return index;
    }

    /// The packages of an indexed image.
    ///
    /// @throws IOException if they cannot be read
    Inventory packages(IndexedImage image) throws IOException {
        return SbomTarget.read(index.packages(image), options.limits(), progress).inventory();
    }

    /// The target with its base image, unless a Dockerfile has told already what is of it. A name that the image or its
    /// Dockerfile gives stays.
    ///
    /// @throws IOException if the index cannot be read
    ScannedTarget attributed(ScannedTarget target) throws IOException {
        TargetDescription description = target.description();
        if (description.layers().isEmpty() || BaseFinding.isKnown(description)) {
            return target;
        }
        Optional<BaseMatch> found =
                new BaseSearch(index, this::packages).find(wanted(description, target.inventory()));
        return found.isEmpty() ? target : attributed(target, found.get());
    }

    private static BaseSearch.Wanted wanted(TargetDescription description, Inventory inventory) {
        List<Digest> diffIds =
                description.layers().stream().flatMap(each -> each.diffId().stream()).toList();
        boolean whole = diffIds.size() == description.layers().size();
        return new BaseSearch.Wanted(
                description.imageId(),
                description.platform(),
                whole ? diffIds : List.of(),
                description.layers().stream().map(LayerSummary::createdBy).toList(),
                inventory);
    }

    private static ScannedTarget attributed(ScannedTarget target, BaseMatch match) {
        TargetDescription description = target.description();
        List<LayerSummary> layers = new ArrayList<>();
        for (LayerSummary layer : description.layers()) {
            Origin origin =
                    match.layers() == 0
                            ? Origin.UNKNOWN
                            : layers.size() < match.layers() ? Origin.BASE : Origin.OWN;
            layers.add(layer.from(origin, layer.source()));
        }
        IndexedImage image = match.image();
        BaseImage base =
                description
                        .base()
                        .orElseGet(() ->
                                new BaseImage(
                                        image.names().getFirst(),
                                        image.pin(),
                                        match.how(),
                                        Optional.empty()));
        Inventory inventory =
                match.packages().isPresent()
                        ? byPackages(target.inventory(), match.packages().get())
                        : BaseFinding.withOrigins(target.inventory(), layers, List.of());
        return target.with(description.attributed(Optional.of(base), layers), inventory);
    }

    private static Inventory byPackages(Inventory inventory, List<InstalledPackage> base) {
        Set<String> keys = base.stream().map(BaseSearch::key).collect(Collectors.toSet());
        List<InstalledPackage> told =
                inventory.packages().stream()
                        .map(each ->
                                each.from(
                                        keys.contains(BaseSearch.key(each))
                                                ? Origin.BASE
                                                : Origin.OWN))
                        .toList();
        return new Inventory(
                inventory.distribution(),
                inventory.others(),
                told,
                inventory.unownedExecutables(),
                inventory.problems());
    }
}
