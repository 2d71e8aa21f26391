package io.plimsoll.engine;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.Origin;
import io.plimsoll.model.PackageRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes one package of equal ones found in several places, and gives each its id.
final class PackageMerger {
    /// A record where it was found.
    ///
    /// @param owner the system package that owns the file
    record Found(PackageRecord record, Location location, Optional<Owners.Owner> owner) {}

    private final Distribution distribution;
    private final IdentityHashMap<Found, String> idsOf = new IdentityHashMap<>();

    PackageMerger(Distribution distribution) {
        this.distribution = distribution;
    }

    /// The packages, sorted by id, without dependencies.
    List<InstalledPackage> merge(List<Found> found) {
        Map<String, List<Found>> groups = new TreeMap<>();
        for (Found each : found) {
            groups.computeIfAbsent(key(each), any -> new ArrayList<>()).add(each);
        }
        groups.values()
                .forEach(group ->
                        group.sort(
                                Comparator.comparing(each -> each.location().evidence().path())));
        Map<Owners.Owner, String> ids = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        List<InstalledPackage> owners = new ArrayList<>();
        List<List<Found>> owned = new ArrayList<>();
        for (List<Found> group : groups.values()) {
            if (group.getFirst().owner().isPresent()) {
                owned.add(group);
            } else {
                InstalledPackage installed = installed(group, Optional.empty(), uses);
                owners.add(installed);
                remember(installed, ids);
            }
        }
        for (List<Found> group : owned) {
            Optional<String> owner = group.getFirst().owner().map(ids::get);
            owners.add(installed(group, owner, uses));
        }
        owners.sort(Comparator.comparing(InstalledPackage::id));
        return owners;
    }

    /// The id of the package that something found was merged into, after {@link #merge}.
    String idOf(Found found) {
        return idsOf.getOrDefault(found, "");
    }

    private InstalledPackage installed(
            List<Found> group, Optional<String> owner, Map<String, Integer> uses) {
        PackageRecord record = group.getFirst().record();
        String purl = Purls.of(record, distribution);
        int use = uses.merge(purl, 1, Integer::sum);
        String id = use == 1 ? purl : purl + "#" + use;
        for (Found each : group) {
            idsOf.put(each, id);
        }
        return new InstalledPackage(
                id, record, purl, locations(group), List.of(), Origin.UNKNOWN, owner);
    }

    private static List<Location> locations(List<Found> group) {
        return group.size() == 1
                ? List.of(group.getFirst().location())
                : group.stream().map(Found::location).distinct().toList();
    }

    private static void remember(InstalledPackage installed, Map<Owners.Owner, String> ids) {
        PackageRecord record = installed.record();
        if (record.type().isSystem()) {
            ids.putIfAbsent(new Owners.Owner(record.type(), record.name()), installed.id());
            ids.put(
                    new Owners.Owner(record.type(), record.name() + ":" + record.architecture()),
                    installed.id());
        }
    }

    private static String key(Found found) {
        PackageRecord record = found.record();
        return String.join(
                "\0",
                record.type().purlType(),
                record.namespace(),
                record.name(),
                record.version(),
                record.architecture(),
                record.module(),
                record.source().map(source -> source.name() + "\0" + source.version()).orElse(""),
                found.owner().map(owner -> owner.type() + "\0" + owner.name()).orElse(""));
    }
}
