package io.plimsoll.engine;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Purl;
import io.plimsoll.model.SourcePackage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Package records from package URLs, ours and other tools'.
final class PurlPackages {
    private PurlPackages() {}

    /// The record that a purl describes.
    ///
    /// @throws IllegalArgumentException if no package of the purl's type is known
    static PackageRecord record(Purl purl, Evidence evidence) {
        PackageType type =
                PackageType.ofPurlType(purl.type())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "\""
                                                + purl
                                                + "\": packages of type \""
                                                + purl.type()
                                                + "\" are not known"));
        String version = version(type, purl);
        PackageRecord.Builder builder =
                PackageRecord.builder(type, purl.name(), version)
                        .namespace(type.isSystem() ? "" : purl.namespace())
                        .architecture(qualifier(purl, "arch"))
                        .module(qualifier(purl, "rpmmod"))
                        .evidence(evidence);
        source(type, purl, version).ifPresent(builder::source);
        return builder.build();
    }

    /// The distribution that a purl of a system package names; unknown where it names none.
    static Distribution distribution(Purl purl) {
        boolean system =
                PackageType.ofPurlType(purl.type()).filter(PackageType::isSystem).isPresent();
        if (!system || purl.namespace().isEmpty()) {
            return Distribution.UNKNOWN;
        }
        String distro = qualifier(purl, "distro").toLowerCase(Locale.ROOT);
        int dash = versionDash(distro);
        String version = dash < 0 ? "" : distro.substring(dash + 1);
        String namespace = purl.namespace().toLowerCase(Locale.ROOT);
        String prefixed = distro.startsWith(namespace + "-") ? namespace + "-" : "";
        String unprefixed = distro.substring(prefixed.length());
        String codename = dash < 0 && unprefixed.indexOf('-') < 0 ? unprefixed : "";
        if (version.isEmpty() && !codename.isEmpty() && Character.isDigit(codename.charAt(0))) {
            version = codename;
            codename = "";
        }
        String id = id(dash < 0 ? purl.namespace() : distro.substring(0, dash));
        codename = codename.equals(id) || codename.equals(namespace) ? "" : codename;
        return new Distribution(id, version, (id + " " + version).strip(), codename, List.of(), "");
    }

    /// The dash before the version of `debian-12`; -1 where there is no version.
    private static int versionDash(String distro) {
        for (int dash = distro.indexOf('-'); dash >= 0; dash = distro.indexOf('-', dash + 1)) {
            if (dash + 1 < distro.length() && Character.isDigit(distro.charAt(dash + 1))) {
                return dash;
            }
        }
        return -1;
    }

    /// One spelling of a distribution that tools spell in several ways.
    static String id(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "alma", "almalinux", "alma-linux" -> "almalinux";
            case "rocky", "rockylinux", "rocky-linux" -> "rocky";
            case "redhat", "rhel", "red-hat" -> "rhel";
            case "opensuse", "opensuse-leap", "opensuse.leap" -> "opensuse-leap";
            case "suse", "sles" -> "sles";
            case "amazon", "amzn", "amazonlinux" -> "amzn";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    /// With the epoch, which the specification wants as a qualifier for rpm, and Trivy writes so for deb too.
    private static String version(PackageType type, Purl purl) {
        String epoch = qualifier(purl, "epoch");
        boolean has = type == PackageType.RPM || type == PackageType.DEB;
        boolean add = has && !epoch.isEmpty() && !epoch.equals("0");
        return add && purl.version().indexOf(':') < 0
                ? epoch + ":" + purl.version()
                : purl.version();
    }

    /// The source of `upstream=name`, `upstream=name@version` or, for rpm,
    /// `upstream=name-version-release.src.rpm`.
    private static Optional<SourcePackage> source(PackageType type, Purl purl, String version) {
        String upstream = qualifier(purl, "upstream");
        if (!type.isSystem() || version.isEmpty()) {
            return Optional.empty();
        }
        if (upstream.isEmpty()) {
            return Optional.of(new SourcePackage(purl.name(), version));
        }
        if (upstream.endsWith(".src.rpm")) {
            return sourceRpm(upstream.substring(0, upstream.length() - ".src.rpm".length()));
        }
        int at = upstream.indexOf('@');
        return Optional.of(
                at < 1
                        ? new SourcePackage(upstream, version)
                        : new SourcePackage(upstream.substring(0, at), upstream.substring(at + 1)));
    }

    private static Optional<SourcePackage> sourceRpm(String nameVersionRelease) {
        int release = nameVersionRelease.lastIndexOf('-');
        int version = nameVersionRelease.lastIndexOf('-', release - 1);
        return version < 1
                ? Optional.empty()
                : Optional.of(
                        new SourcePackage(
                                nameVersionRelease.substring(0, version),
                                nameVersionRelease.substring(version + 1)));
    }

    private static String qualifier(Purl purl, String name) {
        return purl.qualifiers().getOrDefault(name, "");
    }
}
