package io.plimsoll.report.peers;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.How;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import io.plimsoll.report.common.Sentences;

/// Grype's words for ours.
///
/// Source: Grype 0.121, `grype/match/`, `grype/vulnerability/fix.go`; Syft 1.57, `syft/pkg/type.go`.
final class GrypeWords {
    private static final double KNOWN_EXPLOITED = 1.05;
    private static final double HIGHEST = 100;

    private GrypeWords() {}

    static String type(PackageType type) {
        return switch (type) {
            case ALPM, APK, BITNAMI, DEB, GEM, HEX, NPM, RPM -> type.purlType();
            case CARGO -> "rust-crate";
            case COMPOSER -> "php-composer";
            case GOLANG -> "go-module";
            case MAVEN -> "java-archive";
            case NUGET -> "dotnet";
            case PYPI -> "python";
            case GENERIC -> "binary";
            case OPKG -> "UnknownPackage";
        };
    }

    static String matcher(PackageType type) {
        return switch (type) {
            case ALPM -> "pacman-matcher";
            case APK -> "apk-matcher";
            case BITNAMI -> "bitnami-matcher";
            case CARGO -> "rust-matcher";
            case DEB -> "dpkg-matcher";
            case GEM -> "ruby-gem-matcher";
            case GOLANG -> "go-module-matcher";
            case HEX -> "hex-matcher";
            case MAVEN -> "java-matcher";
            case NPM -> "javascript-matcher";
            case NUGET -> "dotnet-matcher";
            case PYPI -> "python-matcher";
            case RPM -> "rpm-matcher";
            case COMPOSER, GENERIC, OPKG -> "stock-matcher";
        };
    }

    static String match(How.Kind kind) {
        return switch (kind) {
            case PACKAGE, CLASS_FINGERPRINT -> "exact-direct-match";
            case SOURCE_PACKAGE -> "exact-indirect-match";
            case CPE -> "cpe-match";
        };
    }

    static String severity(Severity severity) {
        return Sentences.capital(severity.word());
    }

    static String fix(Fix.State state) {
        return switch (state) {
            case FIXED -> "fixed";
            case WONT_FIX -> "wont-fix";
            case NOT_FIXED, DEFERRED -> "not-fixed";
            case UNKNOWN -> "unknown";
        };
    }

    /// `debian:distro:debian:12`, `github:language:java`.
    static String namespace(InstalledPackage installed, Distribution distribution) {
        PackageRecord record = installed.record();
        if (record.type().isSystem()) {
            String id = distribution.id().equals("rhel") ? "redhat" : distribution.id();
            return id + ":distro:" + id + ":" + release(distribution);
        }
        String language = record.type().language();
        return language.isEmpty() ? "nvd:cpe" : "github:language:" + language;
    }

    /// The part of a version that names a release: two numbers for Alpine, all for distributions that
    /// count in years or service packs, one for the others.
    private static String release(Distribution distribution) {
        return switch (distribution.id()) {
            case "ubuntu", "sles", "opensuse-leap" -> distribution.versionId();
            case "alpine" -> {
                String version = distribution.versionId();
                int second = version.indexOf('.', version.indexOf('.') + 1);
                yield second < 0 ? version : version.substring(0, second);
            }
            default -> distribution.majorVersion();
        };
    }

    /// The artifact alone for Maven.
    static String name(InstalledPackage installed) {
        PackageRecord record = installed.record();
        return record.type() == PackageType.MAVEN ? record.name() : record.fullName();
    }

    /// A language package's vulnerability goes by the id of its advisory, a system package's by the
    /// CVE.
    static String id(Finding finding, InstalledPackage installed) {
        String advisory = finding.how().advisory();
        boolean named = finding.aliases().contains(advisory) && advisory.startsWith("GHSA-");
        return named && !installed.record().type().isSystem() ? advisory : finding.id();
    }

    /// Probability times severity, 0 to 100, a twentieth more for what is known to be exploited.
    static double risk(Finding finding) {
        boolean known = finding.facts().knownExploited().isPresent();
        double probability =
                known ? 1 : finding.facts().epss().map(epss -> epss.score()).orElse(0.0);
        double weight = weight(finding.severity());
        double highest =
                finding.facts().scores().stream().mapToDouble(Score::value).max().orElse(0);
        double severity = highest > 0 ? (weight + highest / 10) / 2 : weight;
        double risk = probability * severity * 100 * (known ? KNOWN_EXPLOITED : 1);
        return Math.round(Math.min(risk, HIGHEST) * 1e4) / 1e4;
    }

    private static double weight(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 0.9;
            case HIGH -> 0.75;
            case MEDIUM, UNKNOWN -> 0.5;
            case LOW -> 0.3;
            case NEGLIGIBLE -> 0.05;
        };
    }
}
