package io.plimsoll.report;

import io.plimsoll.model.ScanReport;
import java.util.List;

/// The reports that are held against the schema of each format.
final class Samples {
    private Samples() {}

    static List<ScanReport> all() {
        return List.of(
                SampleReports.rich(),
                SampleReports.empty(),
                SampleReports.nothingFound(),
                SampleReports.nothingJudged(),
                SampleReports.incomplete(),
                SampleReports.endOfLife(),
                SampleReports.undeterminedOnly(1),
                SampleReports.list("sbom", SamplePackages.LODASH),
                BaseReports.known(),
                BaseReports.leftOut(),
                SampleReports.many(30),
                CheckReports.checked(),
                OddReports.suppressed(),
                OddReports.hostile());
    }
}
