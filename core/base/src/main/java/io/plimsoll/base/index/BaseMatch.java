package io.plimsoll.base.index;

import io.plimsoll.model.InstalledPackage;
import java.util.List;
import java.util.Optional;

/// A base image of the index that an image was built on.
///
/// @param image its entry
/// @param layers how many of the image's layers are its, the oldest; 0 where the layers do not tell
/// @param packages its packages, where they tell what is its and the layers do not
/// @param how it was found, for people
public record BaseMatch(
        IndexedImage image, int layers, Optional<List<InstalledPackage>> packages, String how) {
    public BaseMatch {
        packages = packages.map(List::copyOf);
    }
}
