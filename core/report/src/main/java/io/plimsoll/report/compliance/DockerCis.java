package io.plimsoll.report.compliance;

import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Section 4 of the CIS Docker benchmark, "Container Images and Build File".
///
/// The resource `docker-cis.tsv` has a row a control: id, title, the checks that tell, or else why
/// nothing can be said. `*` stands for the vulnerabilities of the scan.
///
/// Source: the numbers of CIS Docker Benchmark 1.6.0.
final class DockerCis {
    static final String ID = "docker-cis-1.6.0";
    static final String TITLE = "CIS Docker Benchmark 1.6.0, section 4";

    private static final int COLUMNS = 4;
    private static final String VULNERABILITIES = "*";
    private static final String SET_UID = "PL-IMG-SETUID";

    private DockerCis() {}

    /// The controls, in their order.
    ///
    /// @throws IllegalArgumentException if the report has no checks
    static List<Control> of(ScanReport report) {
        ImageChecks checks =
                report.checks()
                        .orElseThrow(() -> new IllegalArgumentException("a report without checks"));
        return rows().stream().map(row -> control(row, report, checks)).toList();
    }

    private static Control control(String[] row, ScanReport report, ImageChecks checks) {
        if (row[2].isEmpty()) {
            return control(row, Control.Status.NOT_ASSESSED, row[3], List.of());
        }
        if (row[2].equals(VULNERABILITIES)) {
            return vulnerabilities(row, report);
        }
        List<CheckResult> results =
                Arrays.stream(row[2].split(" ", -1)).flatMap(id -> checks.of(id).stream()).toList();
        List<CheckFinding> findings = new ArrayList<>();
        for (CheckResult each : results) {
            if (each.state() == CheckResult.State.FAILED) {
                findings.addAll(each.findings());
            }
        }
        if (!findings.isEmpty()) {
            return control(row, failed(row[2], findings), "", findings);
        }
        for (CheckResult each : results) {
            if (each.state() != CheckResult.State.PASSED) {
                String by = each.state() == CheckResult.State.IGNORED ? "ignored by " : "";
                return control(row, Control.Status.NOT_ASSESSED, by + each.why(), List.of());
            }
        }
        String why = results.size() == 1 ? results.getFirst().why() : "";
        return control(row, Control.Status.PASS, why, List.of());
    }

    /// Programs with the set-user-id bit that the distribution ships are in nearly every image.
    private static Control.Status failed(String checks, List<CheckFinding> findings) {
        boolean usual =
                checks.equals(SET_UID)
                        && findings.stream()
                                .noneMatch(each -> each.severity().isAtLeast(Severity.MEDIUM));
        return usual ? Control.Status.WARN : Control.Status.FAIL;
    }

    private static Control vulnerabilities(String[] row, ScanReport report) {
        List<Finding> fixable =
                report.assessment().findings().stream()
                        .filter(each -> each.fix().state() == Fix.State.FIXED)
                        .toList();
        long bad =
                fixable.stream().filter(each -> each.severity().isAtLeast(Severity.HIGH)).count();
        long assessed =
                report.inventory().packages().stream()
                        .filter(each -> report.assessment().assessedOf(each.id()).assessed())
                        .count();
        String why =
                fixable.size() + " findings can be fixed, " + bad + " of them high or critical";
        if (!fixable.isEmpty()) {
            return control(
                    row, bad > 0 ? Control.Status.FAIL : Control.Status.WARN, why, List.of());
        }
        return assessed == 0
                ? control(row, Control.Status.NOT_ASSESSED, "no package could be judged", List.of())
                : control(row, Control.Status.PASS, "no finding has a fix", List.of());
    }

    private static Control control(
            String[] row, Control.Status status, String why, List<CheckFinding> findings) {
        List<String> checks =
                row[2].isEmpty() || row[2].equals(VULNERABILITIES)
                        ? List.of()
                        : Arrays.asList(row[2].split(" ", -1));
        return new Control(row[0], row[1], status, why, checks, findings);
    }

    private static List<String[]> rows() {
        try (InputStream in = DockerCis.class.getResourceAsStream("docker-cis.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks docker-cis.tsv");
            }
            List<String[]> rows = new ArrayList<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String[] row = line.split("\t", -1);
                if (row.length != COLUMNS) {
                    throw new IllegalStateException("a bad row in docker-cis.tsv: '" + line + "'");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
