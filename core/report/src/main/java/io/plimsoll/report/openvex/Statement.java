package io.plimsoll.report.openvex;

import io.plimsoll.model.Finding;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.UndeterminedFinding;
import io.plimsoll.report.common.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What is said of one vulnerability in some packages.
///
/// @param id the vulnerability
/// @param aliases its other ids, sorted
/// @param status a label of OpenVEX
/// @param justification a label of OpenVEX; empty where there is none
/// @param textName which text it is: `impact_statement`, `action_statement`, `status_notes`
/// @param text it; empty where there is none
/// @param packages ids of the packages, sorted
record Statement(
        String id,
        List<String> aliases,
        String status,
        String justification,
        String textName,
        String text,
        List<String> packages) {
    private static final List<String> JUSTIFICATIONS =
            List.of(
                    "component_not_present",
                    "inline_mitigations_already_exist",
                    "vulnerable_code_cannot_be_controlled_by_adversary",
                    "vulnerable_code_not_in_execute_path",
                    "vulnerable_code_not_present");

    /// The statements of a report, one for the packages of which the same is said; sorted.
    static List<Statement> of(ScanReport report) {
        List<Statement> single = new ArrayList<>();
        for (Finding finding : report.assessment().findings()) {
            single.add(affected(finding, Sentences.capital(Sentences.remedy(finding))));
        }
        for (Suppressed suppressed : report.assessment().suppressed()) {
            single.add(of(suppressed));
        }
        for (UndeterminedFinding open : report.assessment().undetermined()) {
            single.add(
                    new Statement(
                            open.id(),
                            List.of(),
                            "under_investigation",
                            "",
                            "status_notes",
                            open.because(),
                            List.of(open.packageId())));
        }
        return merged(single);
    }

    private static Statement affected(Finding finding, String action) {
        return new Statement(
                finding.id(),
                finding.aliases(),
                "affected",
                "",
                "action_statement",
                action,
                List.of(finding.packageId()));
    }

    private static Statement of(Suppressed suppressed) {
        Finding finding = suppressed.finding();
        String reason = suppressed.reason();
        String why = "Left out by " + suppressed.by() + (reason.isEmpty() ? "" : ": " + reason);
        return switch (suppressed.claim().kind()) {
            // To live with a risk is no claim that it is none.
            case NONE -> affected(finding, why);
            case FIXED ->
                    new Statement(
                            finding.id(),
                            finding.aliases(),
                            "fixed",
                            "",
                            "status_notes",
                            why,
                            List.of(finding.packageId()));
            case NOT_AFFECTED ->
                    new Statement(
                            finding.id(),
                            finding.aliases(),
                            "not_affected",
                            justification(suppressed.claim().justification()),
                            "impact_statement",
                            why,
                            List.of(finding.packageId()));
        };
    }

    /// The label of OpenVEX for one that may be CycloneDX's.
    private static String justification(String word) {
        return switch (word) {
            case "code_not_present" -> "vulnerable_code_not_present";
            case "code_not_reachable" -> "vulnerable_code_not_in_execute_path";
            case "protected_by_compiler",
                    "protected_by_mitigating_control",
                    "protected_at_runtime",
                    "protected_at_perimeter" ->
                    "inline_mitigations_already_exist";
            default -> JUSTIFICATIONS.contains(word) ? word : "";
        };
    }

    private static List<Statement> merged(List<Statement> single) {
        Map<List<String>, Statement> first = new LinkedHashMap<>();
        Map<List<String>, TreeSet<String>> packages = new LinkedHashMap<>();
        for (Statement each : single) {
            List<String> said =
                    List.of(each.id, each.status, each.justification, each.textName, each.text);
            first.putIfAbsent(said, each);
            packages.computeIfAbsent(said, any -> new TreeSet<>()).addAll(each.packages);
        }
        List<Statement> all = new ArrayList<>();
        first.forEach((said, each) ->
                all.add(each.with(List.copyOf(packages.getOrDefault(said, new TreeSet<>())))));
        all.sort(Statement::inOrder);
        return all;
    }

    private Statement with(List<String> others) {
        return new Statement(id, aliases, status, justification, textName, text, others);
    }

    private static int inOrder(Statement left, Statement right) {
        int order = left.id.compareTo(right.id);
        if (order == 0) {
            order = left.status.compareTo(right.status);
        }
        if (order == 0) {
            order = left.justification.compareTo(right.justification);
        }
        return order != 0 ? order : left.text.compareTo(right.text);
    }
}
