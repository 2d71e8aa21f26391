package io.plimsoll.catalog;

import io.plimsoll.model.ImagePath;
import java.util.Locale;

/// What a selector means, one path at a time.
public final class Selection {
    private Selection() {}

    public static boolean wants(Selector selector, String path) {
        String name = ImagePath.name(path);
        String lowerName = name.toLowerCase(Locale.ROOT);
        return selector.paths().contains(path)
                || selector.directories().contains(ImagePath.parent(path))
                || selector.names().contains(name)
                || selector.suffixes().stream().anyMatch(lowerName::endsWith)
                || selector.pathSuffixes().stream().anyMatch(path::endsWith);
    }
}
