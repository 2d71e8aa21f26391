package io.plimsoll.checks;

import io.plimsoll.checks.facts.Searched;
import io.plimsoll.checks.stack.LayerStack;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckInfo;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.ImageChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds an image against checks.
public final class ImageChecker {
    private static final int MOST_FINDINGS = 1_000;
    private static final String INCOMPLETE = "not all layers could be read";

    private final List<Check> checks;
    private final CheckTable table = CheckTable.load();

    public ImageChecker(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    public ImageChecks check(CheckedImage image) {
        List<CheckResult> results = new ArrayList<>();
        for (Check check : checks) {
            results.add(result(check, table.of(check), image));
        }
        results.sort((left, right) -> left.check().id().compareTo(right.check().id()));
        Searched searched = image.stack().searched();
        return new ImageChecks(
                results,
                new ImageChecks.Search(
                        searched.files(),
                        searched.bytes(),
                        searched.binaries(),
                        searched.binaryBytes(),
                        searched.cut(),
                        ReportedSecrets.of(image).notReported()),
                image.has(Evidence.LAYERS) ? Optional.of(space(image)) : Optional.empty());
    }

    private static CheckResult result(Check check, CheckInfo info, CheckedImage image) {
        Evidence evidence = check.evidence();
        if (!image.has(evidence)) {
            return new CheckResult(
                    info, CheckResult.State.NOT_ASSESSED, evidence.lacking(), List.of());
        }
        Outcome outcome = check.check(image, info.severity());
        boolean ofFiles = evidence == Evidence.FILES || evidence == Evidence.LAYERS;
        if (!outcome.findings().isEmpty()) {
            List<CheckFinding> findings = new ArrayList<>(outcome.findings());
            findings.sort(ImageChecker::worstFirst);
            return failed(info, outcome.why(), findings);
        }
        if (outcome.assessed() && ofFiles && !image.complete()) {
            return new CheckResult(info, CheckResult.State.NOT_ASSESSED, INCOMPLETE, List.of());
        }
        return new CheckResult(
                info,
                outcome.assessed() ? CheckResult.State.PASSED : CheckResult.State.NOT_ASSESSED,
                outcome.why(),
                List.of());
    }

    /// More findings of one check say nothing new, and an image can be made of them.
    private static CheckResult failed(CheckInfo info, String why, List<CheckFinding> findings) {
        if (findings.size() <= MOST_FINDINGS) {
            return new CheckResult(info, CheckResult.State.FAILED, why, findings);
        }
        String more =
                (why.isEmpty() ? "" : why + "; ")
                        + (findings.size() - MOST_FINDINGS)
                        + " findings more are not listed";
        return new CheckResult(
                info, CheckResult.State.FAILED, more, findings.subList(0, MOST_FINDINGS));
    }

    private static int worstFirst(CheckFinding left, CheckFinding right) {
        int order = left.severity().compareTo(right.severity());
        order = order != 0 ? order : Long.compare(right.bytes(), left.bytes());
        order = order != 0 ? order : left.path().compareTo(right.path());
        order = order != 0 ? order : Long.compare(left.line(), right.line());
        return order != 0 ? order : left.message().compareTo(right.message());
    }

    private static ImageChecks.Space space(CheckedImage image) {
        LayerStack stack = image.stack();
        List<ImageChecks.Share> shares = new ArrayList<>();
        for (int i = 0; i < stack.layers().size(); i++) {
            shares.add(new ImageChecks.Share(image.layer(i), stack.bytes(i), stack.wastedBytes(i)));
        }
        return new ImageChecks.Space(
                stack.bytes(),
                stack.wastedBytes(),
                stack.efficiency(),
                shares,
                stack.worst().stream()
                        .map(each ->
                                new ImageChecks.Wasted(
                                        each.path(), each.bytes(), each.copies(), each.deleted()))
                        .toList());
    }
}
