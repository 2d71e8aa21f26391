package io.plimsoll.report;

import io.plimsoll.model.Assessed;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How much of a target was judged.
///
/// @param packages packages in all
/// @param assessed packages that were judged
/// @param notAssessed how many were not, by reason, sorted
/// @param endOfLife what is out of support, in words
record Coverage(
        int packages, int assessed, Map<String, Integer> notAssessed, List<String> endOfLife) {
    static Coverage of(ScanReport report) {
        Map<String, Integer> reasons = new TreeMap<>();
        int assessed = 0;
        for (InstalledPackage installed : report.inventory().packages()) {
            Assessed judged = report.assessment().assessedOf(installed.id());
            if (judged.assessed()) {
                assessed++;
            } else {
                reasons.merge(judged.why(), 1, Integer::sum);
            }
        }
        return new Coverage(
                report.inventory().packages().size(), assessed, reasons, endOfLife(report));
    }

    private static List<String> endOfLife(ScanReport report) {
        Assessment.Support support = report.assessment().support();
        Distribution distribution = report.inventory().distribution();
        if (!support.ended()) {
            return List.of();
        }
        String since =
                support.until().map(LocalDate::toString).map(day -> " since " + day).orElse("");
        return List.of(distribution.prettyName() + " is out of support" + since);
    }
}
