package io.plimsoll.engine;

import io.plimsoll.catalog.Ownership;
import io.plimsoll.model.LongMap;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.PathSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which system package owns a path. A path is looked up with and without `/usr` in front of `bin`,
/// `sbin` and `lib*`: package lists use either where these folders are links.
final class Owners {
    private static final Set<String> MERGED =
            Set.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");

    /// A package as ownership lists name it.
    record Owner(PackageType type, String name) {
        // Not the record's own, which are linked when first called.

        @Override
        public boolean equals(Object other) {
            return other instanceof Owner owner && type == owner.type && name.equals(owner.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private final LongMap owners = new LongMap();
    private final List<Owner> all = new ArrayList<>();

    void add(Ownership ownership) {
        int number = all.size();
        all.add(new Owner(ownership.type(), ownership.owner()));
        for (long hash : ownership.paths().hashes()) {
            owners.putIfAbsent(hash, number);
        }
    }

    Optional<Owner> of(String path) {
        int number = owners.get(PathSet.hash(path));
        if (number == LongMap.ABSENT) {
            String other = otherSpelling(path);
            number = other.isEmpty() ? LongMap.ABSENT : owners.get(PathSet.hash(other));
        }
        return number == LongMap.ABSENT ? Optional.empty() : Optional.of(all.get(number));
    }

    private static String otherSpelling(String path) {
        String usr = "/usr";
        if (path.startsWith(usr + "/")) {
            String rest = path.substring(usr.length());
            return isMerged(rest) ? rest : "";
        }
        return isMerged(path) ? usr + path : "";
    }

    private static boolean isMerged(String path) {
        int slash = path.indexOf('/', 1);
        return slash > 1 && MERGED.contains(path.substring(1, slash));
    }
}
