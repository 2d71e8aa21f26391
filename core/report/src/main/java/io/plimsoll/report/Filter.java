package io.plimsoll.report;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.ScanReport;
import java.util.List;

/// Leaves out the findings that the user did not ask for.
final class Filter {
    private Filter() {}

    static ScanReport apply(ScanReport report, View view) {
        Assessment all = report.assessment();
        List<Finding> shown =
                all.findings().stream().filter(finding -> isShown(finding, view)).toList();
        if (shown.size() == all.findings().size()) {
            return report;
        }
        return report.with(all.with(shown, all.suppressed()));
    }

    private static boolean isShown(Finding finding, View view) {
        return finding.severity().isAtLeast(view.lowest())
                && (!view.onlyFixed() || finding.fix().state() == Fix.State.FIXED);
    }
}
