package io.plimsoll.report;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.UndeterminedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The foot of the text report: what could not be judged and what went wrong.
final class TextCoverage {
    private static final int SHORT_LIST = 5;

    private TextCoverage() {}

    static List<String> lines(ScanReport report, View view, Paint paint) {
        List<String> lines = new ArrayList<>();
        undetermined(report, view, lines);
        notAssessed(report, view, lines);
        executables(report, view, lines);
        lines.replaceAll(Printable::of);
        problems(report, view, paint, lines);
        return lines;
    }

    private static void undetermined(ScanReport report, View view, List<String> lines) {
        List<UndeterminedFinding> all = report.assessment().undetermined();
        if (all.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Undetermined: " + Words.count(all.size(), "vulnerability", "vulnerabilities"));
        all.stream()
                .limit(view.full() ? all.size() : SHORT_LIST)
                .forEach(each ->
                        lines.add(
                                "  "
                                        + each.id()
                                        + " in "
                                        + each.packageId()
                                        + ": "
                                        + each.because()));
        rest(all.size(), view, lines);
    }

    private static void notAssessed(ScanReport report, View view, List<String> lines) {
        Coverage coverage = Coverage.of(report);
        if (coverage.notAssessed().isEmpty()) {
            return;
        }
        lines.add("");
        for (Map.Entry<String, Integer> reason : coverage.notAssessed().entrySet()) {
            lines.add(
                    "Not assessed: "
                            + Words.count(reason.getValue(), "package")
                            + ", "
                            + reason.getKey());
        }
        if (view.full()) {
            report.inventory().packages().stream()
                    .filter(each -> isNotAssessed(report, each))
                    .forEach(each -> lines.add("  " + each.id()));
        }
    }

    private static boolean isNotAssessed(ScanReport report, InstalledPackage installed) {
        return !report.assessment().assessedOf(installed.id()).assessed();
    }

    private static void executables(ScanReport report, View view, List<String> lines) {
        List<String> unowned = report.inventory().unownedExecutables();
        if (unowned.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(
                "Not assessed: "
                        + Words.count(unowned.size(), "executable")
                        + " that no package owns");
        unowned.stream()
                .limit(view.full() ? unowned.size() : 0)
                .forEach(path -> lines.add("  " + path));
    }

    private static void problems(ScanReport report, View view, Paint paint, List<String> lines) {
        List<Problem> problems = report.inventory().problems();
        if (problems.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint.warning(Words.count(problems.size(), "problem") + " while reading"));
        problems.stream()
                .limit(view.full() ? problems.size() : SHORT_LIST)
                .forEach(each ->
                        lines.add(
                                Printable.of(
                                        "  "
                                                + (each.path().isEmpty() ? "" : each.path() + ": ")
                                                + each.reason()
                                                + " ("
                                                + each.kind().word()
                                                + ")")));
        rest(problems.size(), view, lines);
    }

    private static void rest(int size, View view, List<String> lines) {
        if (!view.full() && size > SHORT_LIST) {
            lines.add("  … and " + (size - SHORT_LIST) + " more: --full shows all");
        }
    }
}
