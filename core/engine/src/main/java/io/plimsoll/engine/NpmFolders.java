package io.plimsoll.engine;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// npm packages by the folders that they lie in. Of several copies of a package Node loads the one in
/// the nearest `node_modules` on the way up from who asks for it.
///
/// Source: Node.js, "Modules: CommonJS modules", "Loading from node_modules folders".
final class NpmFolders {
    private static final String MODULES = "/node_modules/";
    private static final String FILE = "/package.json";

    private final Map<String, String> idByFolder = new HashMap<>();

    NpmFolders(List<InstalledPackage> packages) {
        for (InstalledPackage each : packages) {
            if (each.record().type() == PackageType.NPM) {
                for (Location location : each.locations()) {
                    folder(location).ifPresent(folder -> idByFolder.putIfAbsent(folder, each.id()));
                }
            }
        }
    }

    /// The ids of the packages of a name that are loaded for another, one for each place where that
    /// lies; none where the places say nothing, as in an SBOM without paths.
    Set<String> nearest(InstalledPackage from, String name) {
        Set<String> ids = new TreeSet<>();
        for (Location location : from.locations()) {
            Optional<String> at = folder(location);
            while (at.isPresent()) {
                String id = idByFolder.get(at.get() + MODULES + name);
                if (id != null) {
                    ids.add(id);
                    break;
                }
                at = parent(at.get());
            }
        }
        return ids;
    }

    private static Optional<String> folder(Location location) {
        String path = location.evidence().path();
        return path.endsWith(FILE)
                ? Optional.of(path.substring(0, path.length() - FILE.length()))
                : Optional.empty();
    }

    private static Optional<String> parent(String folder) {
        int slash = folder.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(folder.substring(0, slash));
    }
}
