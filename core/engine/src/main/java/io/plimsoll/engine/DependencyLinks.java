package io.plimsoll.engine;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Turns declared requirements into links between installed packages: each requirement is met by the
/// first of its alternatives that an installed package is named, or provides. Of several copies of an
/// npm package the nearest counts (`NpmFolders`).
final class DependencyLinks {
    private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

    private DependencyLinks() {}

    static List<InstalledPackage> linked(List<InstalledPackage> packages) {
        Map<String, String> providers = new HashMap<>();
        packages.forEach(each -> put(each, each.record().fullName(), providers));
        packages.forEach(each ->
                each.record()
                        .relations()
                        .provides()
                        .forEach(name ->
                                put(each, capability(each.record().type(), name), providers)));
        NpmFolders folders = new NpmFolders(packages);
        List<InstalledPackage> linked = new ArrayList<>(packages.size());
        for (InstalledPackage each : packages) {
            linked.add(linked(each, providers, folders));
        }
        return linked;
    }

    private static InstalledPackage linked(
            InstalledPackage one, Map<String, String> providers, NpmFolders folders) {
        if (one.record().relations().requires().isEmpty()) {
            return one;
        }
        TreeSet<String> ids = new TreeSet<>();
        for (String requirement : one.record().relations().requires()) {
            if (one.record().type() == PackageType.NPM) {
                Set<String> nearest =
                        folders.nearest(one, capability(PackageType.NPM, requirement));
                ids.addAll(nearest);
                if (!nearest.isEmpty()) {
                    continue;
                }
            }
            for (String alternative : requirement.split("\\|", -1)) {
                PackageType type = one.record().type();
                String id = providers.get(key(type, capability(type, alternative)));
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
        return type.purlType() + " " + (type == PackageType.PYPI ? normalized(name) : name);
    }

    /// A Python name as all its spellings fold.
    ///
    /// Source: PEP 503, "Normalized Names".
    private static String normalized(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /// The name in a requirement: `libc6` of `libc6:any (>= 2.34)`, `so:libc.so` of `so:libc.so=1`,
    /// `@scope/name` of `@scope/name@^1.0`, `foo` of `foo[extra] (>=1) ; marker`.
    private static String capability(PackageType type, String requirement) {
        String text = requirement.strip();
        if (type == PackageType.NPM) {
            int at = text.indexOf('@', 1);
            return at < 0 ? text : text.substring(0, at);
        }
        // A parenthesis is a part of rpm's capabilities: perl(Carp), libc.so.6(GLIBC_2.34)(64bit).
        String ends = type == PackageType.RPM ? " " : " (<>=~!;[";
        int end = 0;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(0, end);
        int architecture = type == PackageType.DEB ? name.indexOf(':') : -1;
        return architecture < 0 ? name : name.substring(0, architecture);
    }
}
