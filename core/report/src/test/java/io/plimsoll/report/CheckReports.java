package io.plimsoll.report;

import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckInfo;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reports with checks.
final class CheckReports {
    private static final String HOSTILE = "/srv/\u001b[2J|`<script>`\u202e{0}";

    private CheckReports() {}

    /// Each way in which a check ends.
    static ScanReport checked() {
        return SampleReports.nothingFound().with(Optional.of(checks()));
    }

    private static ImageChecks checks() {
        CheckFinding secret =
                CheckFinding.of(
                                Severity.CRITICAL,
                                "a GitHub token ghp_… (40 characters), deleted in layer 2, still in"
                                        + " the image")
                        .at("/app/.env", Optional.of(SampleReports.BASE))
                        .by("github-token", 3);
        return new ImageChecks(
                List.of(
                        result("PL-IMG-ADD", Severity.LOW, CheckResult.State.PASSED, ""),
                        result(
                                "PL-IMG-CONTENT-TRUST",
                                Severity.LOW,
                                CheckResult.State.NOT_ASSESSED,
                                "the image itself cannot tell"),
                        result(
                                "PL-IMG-HEALTHCHECK",
                                Severity.LOW,
                                CheckResult.State.IGNORED,
                                "./.dockleignore",
                                CheckFinding.of(Severity.LOW, "there is no health check")),
                        result(
                                "PL-IMG-PACKAGE-CACHE",
                                Severity.LOW,
                                CheckResult.State.FAILED,
                                "",
                                CheckFinding.of(Severity.LOW, "apt's package lists")
                                        .at("/var/lib/apt/lists", Optional.of(SampleReports.APP))
                                        .taking(45_000_000)),
                        result(
                                "PL-IMG-SECRET-FILE",
                                Severity.CRITICAL,
                                CheckResult.State.FAILED,
                                "",
                                secret,
                                CheckFinding.of(Severity.LOW, "a private key in " + HOSTILE)
                                        .at(HOSTILE, Optional.empty())
                                        .by("private-key", 1),
                                secret.at("/b", Optional.empty()),
                                secret.at("/c", Optional.empty())),
                        result(
                                "PL-IMG-SETUID",
                                Severity.LOW,
                                CheckResult.State.FAILED,
                                "",
                                CheckFinding.of(Severity.LOW, "of package util-linux")
                                        .at("/bin/su", Optional.of(SampleReports.BASE))),
                        result(
                                "PL-IMG-USER-ROOT",
                                Severity.MEDIUM,
                                CheckResult.State.PASSED,
                                "the user is app")),
                new ImageChecks.Search(
                        1200, 34_000_000, 2, 900_000, 1, Map.of("brought by a package", 3L)),
                Optional.of(
                        new ImageChecks.Space(
                                1_000_000,
                                120_000,
                                0.88,
                                List.of(
                                        new ImageChecks.Share(
                                                Optional.of(SampleReports.BASE), 900_000, 120_000),
                                        new ImageChecks.Share(Optional.empty(), 100_000, 0)),
                                List.of(new ImageChecks.Wasted("/big", 120_000, 2, true)))));
    }

    private static CheckResult result(
            String id,
            Severity severity,
            CheckResult.State state,
            String why,
            CheckFinding... findings) {
        CheckInfo info = new CheckInfo(id, severity, List.of("CIS-DI-0001"), "Do it right.");
        return new CheckResult(info, state, why, List.of(findings));
    }
}
