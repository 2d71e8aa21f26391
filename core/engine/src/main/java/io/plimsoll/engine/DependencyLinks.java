package io.plimsoll.engine;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Turns declared requirements into links between installed packages: each requirement is met by the
/// first of its alternatives that an installed package is named, or provides.
final class DependencyLinks {
    private DependencyLinks() {}

    static List<InstalledPackage> linked(List<InstalledPackage> packages) {
        Map<String, String> providers = new HashMap<>();
        packages.forEach(each -> put(each, each.record().name(), providers));
        packages.forEach(each ->
                each.record()
                        .relations()
                        .provides()
                        .forEach(name -> put(each, capability(name), providers)));
        List<InstalledPackage> linked = new ArrayList<>(packages.size());
        for (InstalledPackage each : packages) {
            linked.add(linked(each, providers));
        }
        return linked;
    }

    private static InstalledPackage linked(InstalledPackage one, Map<String, String> providers) {
        if (one.record().relations().requires().isEmpty()) {
            return one;
        }
        TreeSet<String> ids = new TreeSet<>();
        for (String requirement : one.record().relations().requires()) {
            for (String alternative : requirement.split("\\|", -1)) {
                String id = providers.get(key(one.record().type(), capability(alternative)));
                if (id != null) {
                    ids.add(id);
                    break;
                }
            }
        }
        ids.remove(one.id());
        return new InstalledPackage(
                one.id(),
                one.record(),
                one.purl(),
                one.locations(),
                List.copyOf(ids),
                one.origin(),
                one.owner());
    }

    private static void put(InstalledPackage one, String name, Map<String, String> providers) {
        PackageRecord record = one.record();
        providers.putIfAbsent(key(record.type(), name), one.id());
    }

    private static String key(PackageType type, String name) {
        String folded =
                type == PackageType.PYPI ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name;
        return type.purlType() + " " + folded;
    }

    /// The name in a requirement: `libc6` of `libc6:any (>= 2.34)`, `so:libc.so` of `so:libc.so=1`.
    private static String capability(String requirement) {
        String text = requirement.strip();
        int end = 0;
        while (end < text.length() && " (<>=~!;[".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(0, end);
        return name.endsWith(":any") ? name.substring(0, name.length() - ":any".length()) : name;
    }
}
