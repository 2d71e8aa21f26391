package io.plimsoll.report;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.util.List;

/// Leaves out the findings that the user did not ask for.
final class Filter {
    private Filter() {}

    static ScanReport apply(ScanReport report, View view) {
        ScanReport checked =
                view.lowest() == Severity.UNKNOWN
                        ? report
                        : report.with(report.checks().map(each -> shown(each, view)));
        Assessment all = checked.assessment();
        List<Finding> shown =
                all.findings().stream().filter(finding -> isShown(finding, view)).toList();
        if (shown.size() == all.findings().size()) {
            return checked;
        }
        return checked.with(all.with(shown, all.suppressed()));
    }

    private static ImageChecks shown(ImageChecks checks, View view) {
        return checks.map(result ->
                new CheckResult(
                        result.check(),
                        result.state(),
                        result.why(),
                        result.findings().stream()
                                .filter(each -> each.severity().isAtLeast(view.lowest()))
                                .toList()));
    }

    private static boolean isShown(Finding finding, View view) {
        return finding.severity().isAtLeast(view.lowest())
                && (!view.onlyFixed() || finding.fix().state() == Fix.State.FIXED);
    }
}
