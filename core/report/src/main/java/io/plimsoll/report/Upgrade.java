package io.plimsoll.report;

import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.SourcePackage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Findings that one step mends together: those of packages built from one source at one version, or
/// of one language package.
///
/// @param name source or package name
/// @param version installed version of that
/// @param packages names of the binary packages concerned, sorted
/// @param paths where a language package lies; empty for system packages
/// @param findings the worst first, one a vulnerability
record Upgrade(
        String name,
        String version,
        List<String> packages,
        List<String> paths,
        List<Finding> findings) {
    /// All groups of a report, in the order of their worst finding.
    static List<Upgrade> of(ScanReport report) {
        Map<String, InstalledPackage> byId = report.packagesById();
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : report.worstFirst()) {
            InstalledPackage installed = byId.get(finding.packageId());
            if (installed != null) {
                groups.computeIfAbsent(key(installed.record()), any -> new ArrayList<>())
                        .add(finding);
            }
        }
        return groups.values().stream().map(group -> group(group, byId)).toList();
    }

    /// Distinct vulnerabilities.
    long vulnerabilities() {
        return findings.stream().map(Finding::id).distinct().count();
    }

    private static Upgrade group(List<Finding> findings, Map<String, InstalledPackage> byId) {
        List<InstalledPackage> packages =
                findings.stream().map(Finding::packageId).distinct().map(byId::get).toList();
        PackageRecord first = packages.getFirst().record();
        boolean system = first.type().isSystem();
        return new Upgrade(
                system
                        ? first.source().map(SourcePackage::name).orElse(first.name())
                        : first.fullName(),
                system
                        ? first.source().map(SourcePackage::version).orElse(first.version())
                        : first.version(),
                packages.stream().map(each -> each.record().name()).distinct().sorted().toList(),
                system
                        ? List.of()
                        : packages.stream()
                                .flatMap(each -> each.locations().stream())
                                .map(location -> location.evidence().path())
                                .distinct()
                                .sorted()
                                .toList(),
                findings);
    }

    private static String key(PackageRecord record) {
        String name =
                record.type().isSystem() && record.source().isPresent()
                        ? record.source().get().name() + "\0" + record.source().get().version()
                        : record.fullName() + " " + record.version();
        return record.type() + " " + name;
    }
}
