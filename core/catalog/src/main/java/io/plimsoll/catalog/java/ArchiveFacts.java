package io.plimsoll.catalog.java;

import java.util.List;

/// What one archive says of itself.
///
/// @param path evidence path of the archive
/// @param file what its name says
/// @param poms coordinates inside, in the order of the file
record ArchiveFacts(
        String path,
        FileName file,
        Manifest manifest,
        ClassPackages classes,
        List<Coordinates> poms) {
    private static final List<String> VERSIONS =
            List.of(
                    "Plugin-Version",
                    "Implementation-Version",
                    "Bundle-Version",
                    "Specification-Version");

    ArchiveFacts {
        poms = List.copyOf(poms);
    }

    /// The version by the manifest, empty where it has none.
    String manifestVersion() {
        return manifest.version(VERSIONS);
    }

    /// The version by the file name, which repositories derive from the coordinates; where it has
    /// none, by the manifest.
    String version() {
        return file.version().isEmpty() ? manifestVersion() : file.version();
    }

    /// Whether the manifest gives the version or confirms it.
    boolean hasManifestVersion() {
        String stated = manifestVersion();
        return !stated.isEmpty() && stated.equals(version());
    }
}
