package io.plimsoll.engine;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which findings count by who brought their packages. Those of unknown origin always do.
public enum OriginChoice {
    /// All.
    ALL("", Optional.empty(), ""),
    /// Those of the layers on top of the base image.
    WITHOUT_BASE("--exclude-base", Optional.of(Origin.BASE), "comes with the base image"),
    /// Those of the base image.
    ONLY_BASE("--only-base", Optional.of(Origin.OWN), "comes with the layers above the base image");

    private final String flag;
    private final Optional<Origin> hidden;
    private final String reason;

    OriginChoice(String flag, Optional<Origin> hidden, String reason) {
        this.flag = flag;
        this.hidden = hidden;
        this.reason = reason;
    }

    /// The option of the command line; empty for all.
    public String flag() {
        return flag;
    }

    /// The report with the findings that do not count among the suppressed ones.
    public ScanReport apply(ScanReport report) {
        if (hidden.isEmpty()) {
            return report;
        }
        Assessment assessment = report.assessment();
        List<Finding> counting = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>(assessment.suppressed());
        for (Finding finding : assessment.findings()) {
            if (finding.origin() == hidden.get()) {
                suppressed.add(new Suppressed(finding, flag, reason, Optional.empty()));
            } else {
                counting.add(finding);
            }
        }
        suppressed.sort(OriginChoice::inOrder);
        return report.with(assessment.with(counting, suppressed));
    }

    private static int inOrder(Suppressed left, Suppressed right) {
        int byPackage = left.finding().packageId().compareTo(right.finding().packageId());
        return byPackage != 0 ? byPackage : left.finding().id().compareTo(right.finding().id());
    }
}
