package io.plimsoll.report.sarif;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.UndeterminedFinding;
import java.util.ArrayList;
import java.util.List;

/// What the scan could not read and what it could not judge, as notifications.
final class SarifInvocation {
    private static final String PROBLEM = "PROBLEM";
    private static final String UNDETERMINED = "UNDETERMINED";
    private static final String NOT_ASSESSED = "NOT-ASSESSED";

    private SarifInvocation() {}

    private interface Notification {
        void write(JsonWriter json);
    }

    /// The member `notifications` of the driver.
    static void writeDescriptors(JsonWriter json) {
        json.array(
                "notifications",
                List.of(
                        List.of(PROBLEM, "Something of the target could not be read."),
                        List.of(
                                UNDETERMINED,
                                "It cannot be said whether a package has a vulnerability."),
                        List.of(NOT_ASSESSED, "No advisories are known for a package.")),
                each ->
                        json.object(() -> {
                            json.text("id", each.getFirst());
                            SarifText.message("shortDescription", each.getLast(), json);
                        }));
    }

    static void write(ScanReport report, JsonWriter json) {
        List<Notification> all = new ArrayList<>();
        for (Problem problem : report.inventory().problems()) {
            all.add(to -> problem(problem, to));
        }
        for (UndeterminedFinding each : report.assessment().undetermined()) {
            all.add(to ->
                    notification(
                            UNDETERMINED,
                            1,
                            each.id() + " in " + each.packageId() + ": " + each.because(),
                            to));
        }
        report.inventory().packages().stream()
                .filter(each -> !report.assessment().assessedOf(each.id()).assessed())
                .forEach(each ->
                        all.add(to ->
                                notification(
                                        NOT_ASSESSED,
                                        2,
                                        each.id()
                                                + ": "
                                                + report.assessment().assessedOf(each.id()).why(),
                                        to)));
        json.array(
                "invocations",
                List.of(report),
                only ->
                        json.object(() -> {
                            json.truth("executionSuccessful", only.complete());
                            json.array(
                                    "toolExecutionNotifications",
                                    all,
                                    each -> json.object(() -> each.write(json)));
                        }));
    }

    private static void problem(Problem problem, JsonWriter json) {
        String where = problem.path().isEmpty() ? "" : problem.path() + ": ";
        notification(
                PROBLEM,
                0,
                where
                        + problem.reason()
                        + " ("
                        + problem.component()
                        + ", "
                        + problem.kind().word()
                        + ")",
                json);
        if (!problem.path().isEmpty()) {
            json.array(
                    "locations",
                    List.of(problem.path()),
                    path -> json.object(() -> SarifResults.physical(path, json)));
        }
    }

    private static void notification(String id, int index, String text, JsonWriter json) {
        json.object(
                "descriptor",
                () -> {
                    json.text("id", id);
                    json.number("index", index);
                });
        json.text("level", "warning");
        SarifText.message("message", text, json);
    }
}
