package io.plimsoll.engine;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.image.Layer;
import java.util.List;
import java.util.Optional;

/// Inventories of layers that were read and verified before.
interface LayerCache {
    /// The inventory of a layer that is known to hold the same bytes.
    Optional<LayerInventory> find(Layer layer);

    /// Keeps a verified inventory.
    void store(Layer layer, LayerInventory inventory);

    /// The cache that the options ask for.
    static LayerCache of(ScanOptions options, List<Cataloger> catalogers) {
        return new None();
    }

    /// Keeps nothing.
    final class None implements LayerCache {
        @Override
        public Optional<LayerInventory> find(Layer layer) {
            return Optional.empty();
        }

        @Override
        public void store(Layer layer, LayerInventory inventory) {}
    }
}
