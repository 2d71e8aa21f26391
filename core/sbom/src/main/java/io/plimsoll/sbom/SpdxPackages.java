package io.plimsoll.sbom;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.SourcePackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects the packages and relationships of an SPDX document of any version and spelling.
///
/// Source: SPDX specification 2.3, clauses 7 and 11; for the words of `sourceInfo` Trivy's
/// `pkg/sbom/spdx/marshal.go`.
final class SpdxPackages {
    private static final String TRIVY_SOURCE = "built package from: ";
    private static final String NOTHING_STATED = "NOASSERTION";

    /// One package.
    ///
    /// @param purpose as the format spells it; empty where there is none
    /// @param license empty or `NOASSERTION` where there is none
    record SpdxPackage(
            String id,
            String name,
            String version,
            String purpose,
            String purl,
            boolean hasCpe,
            String license,
            String sourceInfo,
            String comment) {}

    private final List<SpdxPackage> packages = new ArrayList<>();
    private final Map<String, List<String>> dependsOn = new HashMap<>();
    private final Set<String> described = new HashSet<>();

    void add(SpdxPackage one) {
        packages.add(one);
    }

    /// What the document is about: the image, not a package in it.
    void describes(String id) {
        described.add(id);
    }

    /// A relationship in the words of SPDX 2, `DEPENDS_ON`, or 3, `dependsOn`.
    void relationship(String from, String type, String to) {
        switch (type.replace("_", "").toUpperCase(Locale.ROOT)) {
            case "DEPENDSON" -> dependsOn.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
            case "DEPENDENCYOF" ->
                    dependsOn.computeIfAbsent(to, any -> new ArrayList<>()).add(from);
            case "DESCRIBES" -> described.add(to);
            case "DESCRIBEDBY" -> described.add(from);
            default -> {}
        }
    }

    Sbom sbom() {
        List<Component> components = new ArrayList<>();
        Distribution distribution = Distribution.UNKNOWN;
        for (int i = 0; i < packages.size(); i++) {
            SpdxPackage one = packages.get(i);
            String purpose = one.purpose().replace("-", "").replace("_", "");
            if (purpose.equalsIgnoreCase("OPERATINGSYSTEM")) {
                distribution = distribution(one);
            } else if (isPackage(one, purpose)) {
                components.add(component(one, i));
            }
        }
        return new Sbom(distribution, components, dependsOn, List.of());
    }

    private boolean isPackage(SpdxPackage one, String purpose) {
        boolean isImage = purpose.equalsIgnoreCase("CONTAINER") || purpose.equalsIgnoreCase("FILE");
        boolean unnamed = one.purl().isEmpty() && !one.hasCpe();
        if (isImage || (described.contains(one.id()) && isNoPackage(one.purl()))) {
            return false;
        }
        // What Trivy calls an application is a lock file.
        return !(unnamed && one.version().isEmpty() && purpose.equalsIgnoreCase("APPLICATION"));
    }

    private static boolean isNoPackage(String purl) {
        return purl.isEmpty() || purl.startsWith("pkg:oci/") || purl.startsWith("pkg:docker/");
    }

    private static Component component(SpdxPackage one, int number) {
        Stated stated = Stated.ofComment(one.comment());
        boolean unlicensed = one.license().equals(NOTHING_STATED) || one.license().equals("NONE");
        List<String> declared =
                unlicensed || one.license().isEmpty() ? List.of() : List.of(one.license());
        String name = stated.first("package:name");
        String version = stated.first("package:version");
        String owner = stated.first("package:owner");
        int hash = owner.indexOf('#');
        return new Component(
                "package " + number,
                one.id(),
                name.isEmpty() ? one.name() : name,
                version.isEmpty() ? one.version() : version,
                one.purl(),
                stated.isOurs() ? stated.all("license") : declared,
                stated.isOurs()
                        ? CycloneDxReader.source(
                                stated.first("source:name"), stated.first("source:version"))
                        : source(one.sourceInfo()),
                hash < 0 ? owner : owner.substring(0, hash),
                stated.locations(),
                stated);
    }

    private static Optional<SourcePackage> source(String info) {
        int at = info.lastIndexOf(' ');
        if (!info.startsWith(TRIVY_SOURCE) || at < TRIVY_SOURCE.length()) {
            return Optional.empty();
        }
        return CycloneDxReader.source(
                info.substring(TRIVY_SOURCE.length(), at).strip(), info.substring(at + 1));
    }

    private static Distribution distribution(SpdxPackage one) {
        Stated stated = Stated.ofComment(one.comment());
        String shown = stated.first("os:name");
        return new Distribution(
                one.name(),
                one.version(),
                shown.isEmpty() ? (one.name() + " " + one.version()).strip() : shown,
                stated.first("os:codename"),
                stated.all("os:like"),
                stated.first("os:evidence"));
    }
}
