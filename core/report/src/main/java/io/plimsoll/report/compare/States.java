package io.plimsoll.report.compare;

import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How each finding of a report stands to an earlier report.
public final class States {
    private final Map<String, InstalledPackage> packages;
    private final Set<String> appeared = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    private States(Comparison comparison, Map<String, InstalledPackage> packages) {
        this.packages = packages;
        comparison.appeared().forEach(each -> appeared.add(key(each.entry())));
        comparison.changed().forEach(each -> changed.add(key(each.entry())));
    }

    public static States of(Side before, ScanReport report) {
        Side now = Side.of(report.target().reference(), report);
        return new States(Comparison.of(before, now), report.packagesById());
    }

    private static String key(Side.Entry entry) {
        return entry.installed() + "\n" + entry.id();
    }

    /// `new`, `updated` or `unchanged`.
    ///
    /// Source: SARIF 2.1.0, section 3.27.24, "baselineState property".
    public String of(Finding finding) {
        InstalledPackage installed = packages.get(finding.packageId());
        String key = (installed == null ? "" : Side.key(installed)) + "\n" + finding.id();
        if (appeared.contains(key)) {
            return "new";
        }
        return changed.contains(key) ? "updated" : "unchanged";
    }
}
