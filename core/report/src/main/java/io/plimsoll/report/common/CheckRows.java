package io.plimsoll.report.common;

import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What checks say, as rows of tables: the same in every format that has tables.
public final class CheckRows {
    /// The names of the columns of findings.
    public static final List<String> COLUMNS = List.of("severity", "check", "place", "what");

    private CheckRows() {}

    /// A row a finding, the worst check first.
    public static List<List<String>> findings(ScanReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (CheckResult each : report.checks().map(ImageChecks::failed).orElse(List.of())) {
            for (CheckFinding finding : each.findings()) {
                rows.add(
                        List.of(
                                finding.severity().word(),
                                each.check().id(),
                                place(finding),
                                finding.message()));
            }
        }
        return rows;
    }

    /// A row a check that does not count or could not be made, and what was not searched for secrets.
    public static List<List<String>> rest(ScanReport report) {
        List<List<String>> rows = new ArrayList<>();
        if (report.checks().isEmpty()) {
            return rows;
        }
        ImageChecks checks = report.checks().get();
        for (CheckResult each : checks.results()) {
            switch (each.state()) {
                case NOT_ASSESSED, IGNORED ->
                        rows.add(List.of(each.check().id(), each.state().word(), each.why()));
                case PASSED, FAILED -> {}
            }
        }
        ImageChecks.Search search = checks.search();
        rows.add(
                List.of(
                        "secrets",
                        "not searched",
                        search.binaries() + " binaries, " + search.cut() + " files in part"));
        for (Map.Entry<String, Long> each : search.notReported().entrySet()) {
            rows.add(List.of("secrets", each.getValue() + " not reported", each.getKey()));
        }
        return rows;
    }

    private static String place(CheckFinding finding) {
        return finding.path() + (finding.line() > 0 ? ":" + finding.line() : "");
    }
}
