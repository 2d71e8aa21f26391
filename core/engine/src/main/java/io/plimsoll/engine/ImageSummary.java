package io.plimsoll.engine;

import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One image of a local engine in a line: how many vulnerabilities it has, and the worst.
///
/// @param system the distribution as people know it; empty where there is none
/// @param base name of the base image; empty where unknown
/// @param counts findings by severity, those that there are
/// @param fixable findings that have a fix
/// @param exploited findings known to be exploited
/// @param packages all packages
/// @param notAssessed packages that could not be judged
/// @param worst the finding to look at first, `CVE-2021-44228 log4j-core`; empty where there is none
/// @param endOfLife whether the distribution is out of support
/// @param oldestData the oldest of the dates of the data that it rests on
public record ImageSummary(
        String system,
        String base,
        Map<Severity, Integer> counts,
        int fixable,
        int exploited,
        int packages,
        int notAssessed,
        String worst,
        boolean endOfLife,
        Optional<LocalDate> oldestData) {
    public ImageSummary {
        counts = Map.copyOf(counts);
    }

    static ImageSummary of(ScanReport report) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        int fixable = 0;
        int exploited = 0;
        List<Finding> findings = report.worstFirst();
        for (Finding finding : findings) {
            counts.merge(finding.severity(), 1, Integer::sum);
            fixable += finding.fix().state() == Fix.State.FIXED ? 1 : 0;
            exploited += finding.facts().knownExploited().isPresent() ? 1 : 0;
        }
        int notAssessed = 0;
        for (InstalledPackage each : report.inventory().packages()) {
            notAssessed += report.assessment().assessedOf(each.id()).assessed() ? 0 : 1;
        }
        return new ImageSummary(
                report.inventory().distribution().prettyName(),
                report.target().base().map(BaseImage::reference).orElse(""),
                counts,
                fixable,
                exploited,
                report.inventory().packages().size(),
                notAssessed,
                findings.isEmpty() ? "" : worst(findings.getFirst(), report),
                report.assessment().support().ended(),
                report.oldestData());
    }

    private static String worst(Finding finding, ScanReport report) {
        InstalledPackage installed = report.packagesById().get(finding.packageId());
        return finding.id() + (installed == null ? "" : " " + installed.record().fullName());
    }

    /// Findings of a severity.
    public int count(Severity severity) {
        return counts.getOrDefault(severity, 0);
    }
}
