package io.plimsoll.truth;

import java.nio.file.Files;
import java.nio.file.Path;

/// The folder with reference material, which is not part of the repository: `truth` with tables and
/// `vulndata` with advisories. It is named by the system property or the environment variable
/// `PLIMSOLL_SHARED`, or stands as `shared` beside the checkout.
final class SharedMaterial {
    private static final String NAME = "PLIMSOLL_SHARED";

    private SharedMaterial() {}

    /// A file or folder of the material.
    ///
    /// @throws AssertionError if it is not there
    static Path path(String relative) {
        Path path = root().resolve(relative);
        if (!Files.exists(path)) {
            throw new AssertionError("reference material is missing: " + path);
        }
        return path;
    }

    private static Path root() {
        String named = System.getProperty(NAME, System.getenv().getOrDefault(NAME, ""));
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path shared = folder.resolve("shared");
            if (Files.isDirectory(shared.resolve("truth"))) {
                return shared;
            }
            folder = folder.getParent();
        }
        throw new AssertionError(
                "no folder 'shared/truth' above "
                        + Path.of("").toAbsolutePath()
                        + "; name the folder with "
                        + NAME);
    }
}
