package io.plimsoll.report.peers;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Severity;
import java.util.Locale;

/// Trivy's words for ours.
///
/// Source: Trivy 0.74, `pkg/fanal/types/const.go`, `pkg/scan/langpkg/scan.go`; trivy-db
/// `pkg/types/status.go`.
final class TrivyWords {
    private TrivyWords() {}

    /// The family of a distribution.
    static String family(Distribution distribution) {
        return switch (distribution.id()) {
            case "almalinux" -> "alma";
            case "rhel" -> "redhat";
            case "amzn" -> "amazon";
            case "ol" -> "oracle";
            case "mariner" -> "cbl-mariner";
            case "sl-micro", "sle-micro", "suse-microos" -> "slem";
            default -> distribution.id();
        };
    }

    /// The type of a result that holds such packages; empty for a kind that Trivy does not know.
    static String type(PackageType type) {
        return switch (type) {
            case MAVEN -> "jar";
            case NPM -> "node-pkg";
            case PYPI -> "python-pkg";
            case GEM -> "gemspec";
            case GOLANG -> "gobinary";
            case CARGO -> "rustbinary";
            case COMPOSER -> "composer-vendor";
            case NUGET -> "dotnet-core";
            case HEX -> "hex";
            case BITNAMI -> "bitnami";
            case GENERIC, ALPM, APK, DEB, OPKG, RPM -> "";
        };
    }

    /// The target of a result: one name for those that lie one by one, else the file that holds
    /// several.
    static String target(PackageType type, String path) {
        return switch (type) {
            case MAVEN -> "Java";
            case NPM -> "Node.js";
            case PYPI -> "Python";
            case GEM -> "Ruby";
            default -> path;
        };
    }

    static String severity(Severity severity) {
        return severity == Severity.NEGLIGIBLE ? "LOW" : severity.word().toUpperCase(Locale.ROOT);
    }

    /// The number of a severity in `VendorSeverity`.
    static int number(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 4;
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW, NEGLIGIBLE -> 1;
            case UNKNOWN -> 0;
        };
    }

    /// What has no fix that anybody knows of is affected.
    static String status(Fix.State state) {
        return switch (state) {
            case FIXED -> "fixed";
            case WONT_FIX -> "will_not_fix";
            case DEFERRED -> "fix_deferred";
            case NOT_FIXED, UNKNOWN -> "affected";
        };
    }

    /// Name and version of a package, by which vulnerabilities and dependencies name it.
    static String id(InstalledPackage installed) {
        PackageRecord record = installed.record();
        String separator = record.type() == PackageType.MAVEN ? ":" : "@";
        return record.fullName() + separator + record.version();
    }

    /// A path without the slash before it, and with plain slashes into archives.
    static String path(String path) {
        String plain = path.replace("!/", "/");
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    /// Who publishes the advisory of a finding.
    static String dataSource(Finding finding, InstalledPackage installed, String family) {
        if (installed.record().type().isSystem() && !family.isEmpty()) {
            return family;
        }
        return finding.how().advisory().startsWith("GHSA-")
                ? "ghsa"
                : Sources.id(finding.how().segment());
    }
}
