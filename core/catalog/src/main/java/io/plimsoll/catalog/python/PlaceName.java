package io.plimsoll.catalog.python;

import io.plimsoll.model.ImagePath;
import java.util.Locale;
import java.util.Optional;

/// What the name of the folder or file that holds metadata says of the package.
///
/// Source: "Recording installed projects", section "The .dist-info directory", and "The internal
/// structure of Python eggs", section "Filename-embedded metadata": hyphens in names and versions are
/// written as underscores, so that the first hyphen ends the name and the next one the version.
///
/// @param name empty where the path has none
/// @param version empty where the path has none
record PlaceName(String name, String version) {
    private static final String DIST_INFO = ".dist-info";
    private static final String EGG_INFO = ".egg-info";

    /// The names in the path of a metadata file; empty for any other file.
    static Optional<PlaceName> of(String path) {
        String file = ImagePath.name(path);
        String folderPath = ImagePath.parent(path);
        String folder = ImagePath.name(folderPath);
        return switch (file) {
            case "METADATA" -> ofSuffixed(folder, DIST_INFO);
            case "PKG-INFO" ->
                    folder.equals("EGG-INFO")
                            ? Optional.of(ofEgg(ImagePath.name(ImagePath.parent(folderPath))))
                            : ofSuffixed(folder, EGG_INFO);
            default -> ofSuffixed(file, EGG_INFO);
        };
    }

    private static PlaceName ofEgg(String folder) {
        return ofSuffixed(folder, ".egg").orElse(new PlaceName("", ""));
    }

    /// @param suffix compared without case
    private static Optional<PlaceName> ofSuffixed(String text, String suffix) {
        if (!text.toLowerCase(Locale.ROOT).endsWith(suffix)) {
            return Optional.empty();
        }
        String stem = text.substring(0, text.length() - suffix.length());
        int hyphen = stem.indexOf('-');
        if (hyphen < 0) {
            return Optional.of(new PlaceName(stem, ""));
        }
        int next = stem.indexOf('-', hyphen + 1);
        String version = stem.substring(hyphen + 1, next < 0 ? stem.length() : next);
        return Optional.of(new PlaceName(stem.substring(0, hyphen), version));
    }
}
