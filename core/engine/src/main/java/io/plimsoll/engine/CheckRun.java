package io.plimsoll.engine;

import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.FileOwners;
import io.plimsoll.checks.ImageChecker;
import io.plimsoll.checks.all.Checks;
import io.plimsoll.checks.facts.LayerExaminer;
import io.plimsoll.checks.facts.LayerFacts;
import io.plimsoll.checks.secrets.SecretDetector;
import io.plimsoll.checks.stack.LayerStack;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.Layer;
import io.plimsoll.model.Digest;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// The checks of one image: gathers the facts of its layers while they are read, or takes them from the
/// cache. Loaded only where checks are asked for.
final class CheckRun {
    private final LayerCache cache;
    private final Limits limits;
    private final SecretDetector detector = SecretDetector.standard();
    private final String kind = FactsCodec.kind(detector);
    private final IdentityHashMap<Layer, LayerFacts> facts = new IdentityHashMap<>();
    private final IdentityHashMap<Layer, LayerExaminer> examiners = new IdentityHashMap<>();

    CheckRun(LayerCache cache, Limits limits) {
        this.cache = cache;
        this.limits = limits;
    }

    /// Whether the facts of a layer are there without reading it.
    synchronized boolean knows(Layer layer) {
        Optional<LayerFacts> kept = cache.findBytes(layer, kind).flatMap(FactsCodec::decode);
        kept.ifPresent(known -> facts.put(layer, known));
        return kept.isPresent();
    }

    /// A visitor that gathers a layer's facts beside another one.
    EntryVisitor beside(Layer layer, EntryVisitor visitor) {
        LayerExaminer examiner = new LayerExaminer(detector, limits, visitor);
        synchronized (this) {
            examiners.put(layer, examiner);
        }
        return examiner;
    }

    /// Keeps the facts of a layer that was read and verified.
    void verified(Layer layer, Optional<Digest> diffId) {
        LayerFacts found;
        synchronized (this) {
            LayerExaminer examiner = examiners.remove(layer);
            if (examiner == null) {
                return;
            }
            found = examiner.facts();
            facts.put(layer, found);
        }
        cache.storeBytes(layer, diffId, kind, () -> FactsCodec.encode(found));
    }

    /// What could not be looked at.
    List<Problem> problems(List<Layer> layers, List<LayerInventory> inventories) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            for (Problem each : factsOf(layers.get(i)).problems()) {
                problems.add(inventories.get(i).diffId().map(each::in).orElse(each));
            }
        }
        return problems;
    }

    /// Holds the image against all checks.
    ///
    /// @param complete whether all of it could be read
    ImageChecks check(
            ImageDescription image,
            List<Layer> layers,
            List<LayerInventory> inventories,
            boolean complete) {
        boolean isFolder = image.kind().equals("dir");
        return new ImageChecker(Checks.all())
                .check(
                        new CheckedImage(
                                isFolder ? Optional.empty() : Optional.of(image.config()),
                                image.annotations(),
                                image.tags(),
                                isFolder
                                        ? List.of()
                                        : inventories.stream().map(LayerInventory::diffId).toList(),
                                new LayerStack(layers.stream().map(this::factsOf).toList()),
                                owners(inventories),
                                detector,
                                complete && isWhole(layers)));
    }

    private synchronized LayerFacts factsOf(Layer layer) {
        return facts.getOrDefault(layer, LayerFacts.NONE);
    }

    /// Whether the names of all entries were kept.
    private boolean isWhole(List<Layer> layers) {
        return layers.stream().allMatch(layer -> factsOf(layer).names().complete());
    }

    private static FileOwners owners(List<LayerInventory> inventories) {
        Owners owners = new Owners();
        for (LayerInventory each : inventories) {
            for (FileCatalog catalog : each.catalogs()) {
                catalog.ownerships().stream()
                        .filter(ownership -> ownership.type().isSystem())
                        .forEach(owners::add);
            }
        }
        return path -> owners.of(path).map(Owners.Owner::name);
    }
}
