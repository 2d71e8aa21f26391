package io.plimsoll.engine;

import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.catalog.all.Catalogers;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Problem;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the layers of an image into one inventory.
final class ImageScan {
    private final ScanOptions options;
    private final Progress progress;
    private final SelectorIndex index = new SelectorIndex(Catalogers.all());
    private final LayerCache cache;
    private boolean complete = true;

    ImageScan(ScanOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.cache = LayerCache.of(options, index.catalogers());
    }

    /// What is in an image, and what it is.
    ScannedTarget scan(String kind, String reference, Image image)
            throws IOException, InterruptedException {
        List<LayerInventory> inventories = new ArrayList<>();
        List<LayerSummary> summaries = new ArrayList<>();
        List<Layer> layers = image.layers();
        long size = 0;
        for (int i = 0; i < layers.size(); i++) {
            LayerInventory inventory = layer(layers.get(i), i + 1, layers.size());
            inventories.add(inventory);
            summaries.add(summary(layers.get(i).description(), inventory));
            size += inventory.size();
        }
        List<Problem> problems = new ArrayList<>(image.problems());
        Squash squash = new Squash(inventories);
        if (readLinked(squash.links(), layers, inventories, problems)) {
            squash = new Squash(inventories);
        }
        Inventory inventory = InventoryBuilder.build(squash, inventories, problems);
        return new ScannedTarget(
                description(kind, reference, image.description(), summaries, size),
                inventory,
                complete && image.problems().stream().noneMatch(ImageScan::isLoss));
    }

    private LayerInventory layer(Layer layer, int number, int count)
            throws IOException, InterruptedException {
        LayerDescription description = layer.description();
        Optional<LayerInventory> known = cache.find(layer);
        progress.layerStarted(description.name(), number, count, description.size());
        if (known.isPresent()) {
            progress.layerDone(description.name(), true);
            return known.get();
        }
        LayerVisitor visitor = new LayerVisitor(index, options.limits(), spoolFolder());
        LayerResult result = layer.read(visitor, progress::bytesRead);
        progress.layerDone(description.name(), false);
        if (!result.verified()) {
            complete = false;
            return LayerInventory.unreadable(result.problems());
        }
        LayerInventory inventory = visitor.finish(result);
        cache.store(layer, inventory);
        return inventory.orDiffId(description.diffId());
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
        for (int i = 0; !wanted.isEmpty() && i < layers.size(); i++) {
            if (wanted.mayBeIn(inventories.get(i))) {
                LayerVisitor visitor = new LayerVisitor(index, options.limits(), spoolFolder());
                LayerResult result =
                        layers.get(i).read(new LinkedVisitor(wanted, visitor), progress::bytesRead);
                if (result.verified()) {
                    LayerInventory more = visitor.finish(result);
                    inventories.set(i, inventories.get(i).with(more, wanted));
                }
            }
        }
        return !wanted.isEmpty();
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
                kind.equals("dir") ? List.of() : layers);
    }
}
