package io.plimsoll.engine;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Purl;
import io.plimsoll.model.SourcePackage;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Package URLs of installed packages.
///
/// Source: purl specification, the type definitions; the qualifiers `distro` and `upstream` as other
/// scanners write them.
final class Purls {
    private Purls() {}

    static String of(PackageRecord record, Distribution distribution) {
        SortedMap<String, String> qualifiers = new TreeMap<>();
        String version = record.version();
        String namespace = record.namespace();
        if (record.type().isSystem()) {
            namespace = distribution.id();
            qualifiers.put("arch", record.architecture());
            qualifiers.put("distro", distro(distribution));
            qualifiers.put("upstream", upstream(record));
            qualifiers.put("rpmmod", record.module());
        }
        if (record.type() == PackageType.RPM) {
            int colon = version.indexOf(':');
            if (colon > 0) {
                qualifiers.put("epoch", version.substring(0, colon));
                version = version.substring(colon + 1);
            }
        }
        return new Purl(record.type().purlType(), namespace, name(record), version, qualifiers, "")
                .toString();
    }

    private static String name(PackageRecord record) {
        return record.type() == PackageType.PYPI
                ? record.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : record.name();
    }

    private static String distro(Distribution distribution) {
        if (distribution.versionId().isEmpty()) {
            return distribution.codename().isEmpty()
                    ? distribution.id()
                    : distribution.id() + "-" + distribution.codename();
        }
        return distribution.id() + "-" + distribution.versionId();
    }

    /// The source's name, with its version where that is not the package's own.
    private static String upstream(PackageRecord record) {
        if (record.source().isEmpty()) {
            return "";
        }
        SourcePackage source = record.source().get();
        boolean sameVersion = source.version().equals(record.version());
        if (sameVersion) {
            return source.name().equals(record.name()) ? "" : source.name();
        }
        return source.name() + "@" + source.version();
    }
}
