package io.plimsoll.engine;

import io.plimsoll.base.BaseAnnotations;
import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.catalog.all.Catalogers;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the layers of an image into one inventory.
final class ImageScan {
    private static final int MAX_THREADS = 4;
    private static final long MIB = 1024 * 1024;

    private final ScanOptions options;
    private final Progress progress;
    private final SelectorIndex index = new SelectorIndex(Catalogers.all());
    private final LayerCache cache;
    private final Optional<CheckRun> checks;
    private volatile boolean complete = true;

    ImageScan(ScanOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.cache = LayerCache.of(options, index.catalogers());
        this.checks =
                options.checks()
                        ? Optional.of(new CheckRun(cache, options.limits()))
                        : Optional.empty();
    }

    /// What is in an image, and what it is.
    ScannedTarget scan(String kind, String reference, Image image)
            throws IOException, InterruptedException {
        List<Layer> layers = image.layers();
        List<LayerInventory> inventories = new ArrayList<>(inventories(layers));
        List<LayerSummary> summaries = new ArrayList<>();
        long size = 0;
        for (int i = 0; i < layers.size(); i++) {
            summaries.add(summary(layers.get(i).description(), inventories.get(i)));
            size += inventories.get(i).size();
        }
        List<Problem> problems = new ArrayList<>(image.problems());
        Squash squash = new Squash(inventories, options.scope());
        if (readLinked(squash.links(), layers, inventories, problems)) {
            squash = new Squash(inventories, options.scope());
        }
        if (checks.isPresent()) {
            problems.addAll(checks.get().problems(layers, inventories));
        }
        Inventory inventory = InventoryBuilder.build(squash, inventories, problems);
        boolean whole = complete && image.problems().stream().noneMatch(ImageScan::isLoss);
        return attributed(
                new ScannedTarget(
                        description(kind, reference, image.description(), summaries, size),
                        inventory,
                        whole,
                        checks.isPresent()
                                ? Optional.of(
                                        checks.get()
                                                .check(
                                                        image.description(),
                                                        layers,
                                                        inventories,
                                                        whole))
                                : Optional.empty()),
                image);
    }

    /// Which packages own which paths in the end.
    Owners owners(List<Layer> layers) throws IOException, InterruptedException {
        Owners owners = new Owners();
        new Squash(inventories(layers), options.scope())
                .visible()
                .forEach(file -> file.catalog().ownerships().forEach(owners::add));
        return owners;
    }

    /// With what tells the most of its base: the Dockerfile, the image's manifest, its builder's
    /// statement, the user's index, a label.
    private ScannedTarget attributed(ScannedTarget target, Image image) throws IOException {
        ImageDescription description = image.description();
        ScannedTarget told;
        if (options.dockerfile().isPresent()) {
            told = new BaseFinding(options.dockerfile().get()).attributed(target, description);
        } else if (description.annotations().containsKey(BaseAnnotations.NAME)) {
            told = BaseFinding.annotated(target, description);
        } else {
            told = BaseFinding.attested(target, image, options.limits());
        }
        if (options.bases().filter(Files::isDirectory).isPresent()) {
            told = new BaseRecognition(options, progress).attributed(told);
        }
        boolean unnamed =
                told.description().base().isEmpty() && !BaseFinding.isKnown(told.description());
        return unnamed && description.config().labels().containsKey(BaseAnnotations.NAME)
                ? BaseFinding.labelled(told, description)
                : told;
    }

    /// What is in each layer: from the cache where it is known, else read, a few at a time.
    private List<LayerInventory> inventories(List<Layer> layers)
            throws IOException, InterruptedException {
        List<Optional<LayerInventory>> known = layers.stream().map(this::find).toList();
        List<Layer> unknown = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (known.get(i).isEmpty()) {
                unknown.add(layers.get(i));
                bytes += layers.get(i).description().size();
            }
        }
        progress.layersFound(layers.size(), layers.size() - unknown.size(), bytes);
        List<Optional<LayerInventory>> read = SideBySide.map(unknown, threads(), this::tryRead);
        Iterator<LayerInventory> all = again(unknown, read).iterator();
        return known.stream().map(inventory -> inventory.orElseGet(all::next)).toList();
    }

    /// From the cache, where all that is wanted of it is there.
    private Optional<LayerInventory> find(Layer layer) {
        return checks.isPresent() && !checks.get().knows(layer)
                ? Optional.empty()
                : cache.find(layer);
    }

    /// Empty where the layer did not fit into memory beside the others that were read meanwhile.
    private Optional<LayerInventory> tryRead(Layer layer) throws IOException, InterruptedException {
        try {
            return Optional.of(read(layer));
        } catch (OutOfMemoryError tooMuch) {
            return Optional.empty();
        }
    }

    /// Layers that did not fit get another chance alone, so that one costs no other.
    private List<LayerInventory> again(List<Layer> layers, List<Optional<LayerInventory>> read)
            throws IOException, InterruptedException {
        List<LayerInventory> all = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Optional<LayerInventory> first = read.get(i);
            all.add(first.isPresent() ? first.get() : readAlone(layers.get(i)));
        }
        return all;
    }

    private LayerInventory readAlone(Layer layer) throws IOException, InterruptedException {
        try {
            return read(layer);
        } catch (OutOfMemoryError tooMuch) {
            complete = false;
            return LayerInventory.unreadable(List.of(tooMuch(layer.description())));
        }
    }

    private LayerInventory read(Layer layer) throws IOException, InterruptedException {
        LayerVisitor visitor = new LayerVisitor(index, options.limits(), spoolFolder());
        EntryVisitor all = checks.isPresent() ? checks.get().beside(layer, visitor) : visitor;
        LayerResult result = layer.read(all, progress::bytesRead);
        progress.layerRead(layer.description().name(), layer.description().size());
        if (!result.verified()) {
            complete = false;
            return LayerInventory.unreadable(result.problems());
        }
        LayerInventory inventory = visitor.finish(result);
        cache.store(layer, inventory);
        if (checks.isPresent()) {
            checks.get().verified(layer, inventory.diffId());
        }
        return inventory.orDiffId(layer.description().diffId());
    }

    /// As many as there are processors, up to a bound: each holds what its catalogers take.
    private static int threads() {
        return Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
    }

    /// A layer can be made so that its names alone, each within its limit, are more than there is
    /// memory for. It costs that layer and no other.
    private static Problem tooMuch(LayerDescription layer) {
        String memory = Runtime.getRuntime().maxMemory() / MIB + " MiB";
        Problem problem =
                Problem.of(
                        "",
                        "engine",
                        ProblemKind.LIMIT,
                        layer.name()
                                + ": what it says does not fit into the "
                                + memory
                                + " of memory that the program has; lower "
                                + Limit.PACKAGES.flag()
                                + " or "
                                + Limit.ENTRIES.flag());
        return layer.diffId().map(problem::in).orElse(problem);
    }

    /// Reads the files again that are wanted under a path that leads over links, from the layers that
    /// hold them, and adds what they say to those.
    ///
    /// @return whether there were any
    private boolean readLinked(
            Map<String, String> links,
            List<Layer> layers,
            List<LayerInventory> inventories,
            List<Problem> problems)
            throws IOException, InterruptedException {
        LinkedFiles wanted = LinkedFiles.find(links, index, inventories);
        problems.addAll(wanted.problems());
        if (!wanted.isEmpty()) {
            progress.phase("following links");
        }
        for (int i = 0; !wanted.isEmpty() && i < layers.size(); i++) {
            if (wanted.mayBeIn(inventories.get(i))) {
                Optional<LayerInventory> more = linked(layers.get(i), wanted);
                if (more.isPresent()) {
                    inventories.set(i, inventories.get(i).with(more.get(), wanted));
                }
            }
        }
        return !wanted.isEmpty();
    }

    /// From the cache where the layer was read for the same files before; nothing where it is not what it
    /// should be.
    private Optional<LayerInventory> linked(Layer layer, LinkedFiles wanted)
            throws IOException, InterruptedException {
        Optional<LayerInventory> known = cache.findLinked(layer, wanted);
        if (known.isPresent()) {
            return known;
        }
        LayerVisitor visitor = new LayerVisitor(index, options.limits(), spoolFolder());
        LayerResult result = layer.read(new LinkedVisitor(wanted, visitor), progress::bytesRead);
        if (!result.verified()) {
            return Optional.empty();
        }
        LayerInventory read = visitor.finish(result);
        cache.storeLinked(layer, wanted, read);
        return Optional.of(read);
    }

    private Path spoolFolder() {
        return options.cache().orElse(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    /// Whether a problem means that a part of the image is not in the report.
    private static boolean isLoss(Problem problem) {
        return switch (problem.kind()) {
            case MISSING, MISMATCH, TRUNCATED -> true;
            case ENCRYPTED, LEFT_OUT, LIMIT, MALFORMED, UNREADABLE, UNSUPPORTED -> false;
        };
    }

    private static LayerSummary summary(LayerDescription layer, LayerInventory inventory) {
        return new LayerSummary(
                inventory.diffId().or(layer::diffId),
                layer.digest(),
                inventory.size(),
                layer.createdBy(),
                Origin.UNKNOWN);
    }

    private static TargetDescription description(
            String kind,
            String reference,
            ImageDescription image,
            List<LayerSummary> layers,
            long size) {
        return new TargetDescription(
                kind,
                reference,
                image.imageId(),
                image.digests(),
                image.tags(),
                image.platform(),
                size,
                image.created(),
                kind.equals("dir") ? List.of() : layers,
                Optional.empty());
    }
}
