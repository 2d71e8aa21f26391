package io.plimsoll.bench;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Origin;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Inventories of a Debian 12 image with as many packages as are measured.
final class Inventories {
    private static final Distribution DEBIAN =
            new Distribution(
                    "debian", "12", "Debian GNU/Linux 12 (bookworm)", "bookworm", List.of(), "");

    private Inventories() {}

    /// @param kind see {@link MatchBench#kind}
    static Inventory of(String kind, AdvisoryStore store) {
        List<InstalledPackage> packages = new ArrayList<>();
        List<String> named = named(store);
        for (int i = 0; i < MatchBench.PACKAGES; i++) {
            String name = named.get((int) ((long) i * named.size() / MatchBench.PACKAGES));
            packages.add(
                    switch (kind) {
                        case "unknown" -> debian(String.format(Locale.ROOT, "nobody-%04d", i), "1");
                        case "fixed" -> debian(name, "9999:1");
                        case "old" -> debian(name, "0~");
                        default -> throw new IllegalArgumentException(kind);
                    });
        }
        return new Inventory(DEBIAN, Map.of(), packages, List.of(), List.of());
    }

    private static List<String> named(AdvisoryStore store) {
        List<String> names = new ArrayList<>();
        store.advisoriesOf("Debian:12").getFirst().forEachPackage((name, all) -> names.add(name));
        return names;
    }

    private static InstalledPackage debian(String name, String version) {
        String purl = "pkg:deb/debian/" + name + "@" + version;
        return new InstalledPackage(
                purl,
                PackageRecord.builder(PackageType.DEB, name, version).build(),
                purl,
                List.of(),
                List.of(),
                Origin.UNKNOWN,
                Optional.empty());
    }
}
