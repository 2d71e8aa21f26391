package io.plimsoll.match;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.PackageType;
import java.util.List;

/// Which OSV ecosystems hold the advisories for a package of a kind on a distribution.
///
/// Source: OSV schema, "Defined ecosystems", for the spelling.
final class Ecosystems {
    private Ecosystems() {}

    /// Ecosystems to ask, the best first: the first that the store has data for counts.
    ///
    /// @return empty where no ecosystem covers the kind or the distribution
    static List<String> candidates(PackageType type, Distribution distribution) {
        return switch (type) {
            case DEB -> deb(distribution);
            case APK -> apk(distribution);
            case RPM -> rpm(distribution);
            case NPM -> List.of("npm");
            case MAVEN -> List.of("Maven");
            case PYPI -> List.of("PyPI");
            case GOLANG -> List.of("Go");
            case CARGO -> List.of("crates.io");
            case GEM -> List.of("RubyGems");
            case COMPOSER -> List.of("Packagist");
            case NUGET -> List.of("NuGet");
            case HEX -> List.of("Hex");
            case BITNAMI -> List.of("Bitnami");
            case ALPM, GENERIC, OPKG -> List.of();
        };
    }

    /// Whether the advisories of an ecosystem name source packages.
    static boolean namesSources(String ecosystem) {
        return ecosystem.startsWith("Debian")
                || ecosystem.startsWith("Ubuntu")
                || ecosystem.startsWith("Alpine")
                || ecosystem.startsWith("Wolfi")
                || ecosystem.startsWith("Chainguard");
    }

    private static List<String> deb(Distribution distribution) {
        String version = distribution.versionId();
        if (version.isEmpty()) {
            return List.of();
        }
        return switch (distribution.id()) {
            case "debian" -> List.of("Debian:" + distribution.majorVersion());
            case "ubuntu" -> List.of("Ubuntu:" + version + ":LTS", "Ubuntu:" + version);
            default -> List.of();
        };
    }

    private static List<String> apk(Distribution distribution) {
        return switch (distribution.id()) {
            case "alpine" -> alpine(distribution.versionId());
            case "wolfi" -> List.of("Wolfi");
            case "chainguard" -> List.of("Chainguard");
            default -> List.of();
        };
    }

    /// `3.20.3` is of branch `v3.20`; `3.21.0_alpha20240807` is a snapshot of edge.
    private static List<String> alpine(String version) {
        if (version.contains("_alpha") || version.equals("edge")) {
            return List.of("Alpine:edge");
        }
        int first = version.indexOf('.');
        if (first < 0) {
            return List.of();
        }
        int second = version.indexOf('.', first + 1);
        return List.of("Alpine:v" + (second < 0 ? version : version.substring(0, second)));
    }

    private static List<String> rpm(Distribution distribution) {
        String major = distribution.majorVersion();
        String version = distribution.versionId();
        if (version.isEmpty()) {
            return distribution.id().equals("opensuse-tumbleweed")
                    ? List.of("openSUSE:Tumbleweed")
                    : List.of();
        }
        String redHat = "Red Hat:enterprise_linux:" + major;
        return switch (distribution.id()) {
            case "almalinux" -> List.of("AlmaLinux:" + major);
            case "rocky" -> List.of("Rocky Linux:" + major, redHat);
            case "rhel", "redhat", "centos" -> List.of(redHat);
            case "opensuse-leap" -> List.of("openSUSE:Leap " + version);
            case "opensuse-tumbleweed" -> List.of("openSUSE:Tumbleweed");
            case "sles" -> List.of("SUSE:Linux Enterprise Server " + version.replace(".", " SP"));
            default -> List.of();
        };
    }
}
