package io.plimsoll.base.index;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A base image of the index, without its packages.
///
/// @param names by which Dockerfiles take it, such as `debian:12-slim`, in familiar form; never empty
/// @param families names that the user gives to images that may replace one another
/// @param imageId digest of its configuration
/// @param digests of its manifest and the indexes that led to it
/// @param platform `linux/amd64`
/// @param created when it was made; empty where it does not say
/// @param size bytes of its layers, uncompressed
/// @param diffIds of its layers, oldest first; never empty
/// @param createdBy the history entry of each layer
/// @param distribution what it is
/// @param packages how many it has
/// @param indexed the day it was indexed
/// @param signedBy the key that had signed it on that day; empty where that was not asked
public record IndexedImage(
        List<String> names,
        List<String> families,
        Optional<Digest> imageId,
        List<Digest> digests,
        String platform,
        Optional<Instant> created,
        long size,
        List<Digest> diffIds,
        List<String> createdBy,
        Distribution distribution,
        int packages,
        LocalDate indexed,
        Optional<String> signedBy) {
    public IndexedImage {
        names = List.copyOf(names);
        families = List.copyOf(families);
        digests = List.copyOf(digests);
        diffIds = List.copyOf(diffIds);
        createdBy = List.copyOf(createdBy);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a base image needs a name");
        }
        if (diffIds.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + names.getFirst() + "' has no layers, so that nothing is built on it");
        }
    }

    /// The name of its stack of layers.
    public Digest chain() {
        return ChainIds.of(diffIds).getLast();
    }

    /// The digest by which a Dockerfile may pin it: the index's where there is one, for it holds on all platforms.
    public Optional<Digest> pin() {
        return digests.isEmpty() ? Optional.empty() : Optional.of(digests.getLast());
    }

    /// Whether it is what a digest names.
    public boolean isDigest(Digest digest) {
        return digests.contains(digest) || imageId.filter(digest::equals).isPresent();
    }

    /// The same image with other names and families.
    IndexedImage named(List<String> newNames, List<String> newFamilies) {
        return new IndexedImage(
                newNames,
                newFamilies,
                imageId,
                digests,
                platform,
                created,
                size,
                diffIds,
                createdBy,
                distribution,
                packages,
                indexed,
                signedBy);
    }

    /// The same image with the names and families that an earlier entry of it has besides.
    IndexedImage with(IndexedImage earlier) {
        return named(both(names, earlier.names), both(families, earlier.families));
    }

    private static List<String> both(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return new ArrayList<>(all);
    }
}
