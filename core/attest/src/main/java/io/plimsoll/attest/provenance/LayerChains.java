package io.plimsoll.attest.provenance;

import io.plimsoll.model.Digest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The layers of a build's result, and of each image that went into it, as the builder recorded them.
/// Their digests are of the blobs in the builder's own compression, which need not be the image's.
///
/// @param result layers of what was built, oldest first
/// @param images those that went into it, in the order of the record
public record LayerChains(List<Digest> result, List<Source> images) {
    /// An image and its layers.
    ///
    /// @param layers oldest first
    public record Source(Material image, List<Digest> layers) {
        public Source {
            layers = List.copyOf(layers);
        }
    }

    public LayerChains {
        result = List.copyOf(result);
        images = List.copyOf(images);
    }

    /// The images that the result was built upon: those with the most layers among those whose layers
    /// are all the oldest of the result's. None where it was built upon nothing; several where they
    /// have the same layers.
    public List<Source> bases() {
        List<Source> found = new ArrayList<>();
        Set<Material> seen = new LinkedHashSet<>();
        int most = 1;
        for (Source each : images) {
            int size = each.layers().size();
            boolean below =
                    size >= most
                            && size <= result.size()
                            && result.subList(0, size).equals(each.layers());
            if (below && size > most) {
                found.clear();
                seen.clear();
            }
            if (below && seen.add(each.image())) {
                found.add(each);
                most = size;
            }
        }
        return found;
    }
}
