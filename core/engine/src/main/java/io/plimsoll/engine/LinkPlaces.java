package io.plimsoll.engine;

import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.model.ImagePath;
import java.util.HashSet;
import java.util.Set;

/// Where a symbolic link matters: at a path that a cataloger wants, and at any folder above the fixed
/// paths of package databases.
final class LinkPlaces {
    private final SelectorIndex index;
    private final Set<String> above = new HashSet<>();

    LinkPlaces(SelectorIndex index) {
        this.index = index;
        for (String path : index.fixedPaths()) {
            for (String at = path; !at.equals("/"); at = ImagePath.parent(at)) {
                above.add(at);
            }
        }
    }

    boolean matters(String path) {
        return above.contains(path) || !index.select(path).isEmpty();
    }
}
