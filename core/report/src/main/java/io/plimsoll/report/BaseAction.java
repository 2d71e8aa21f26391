package io.plimsoll.report;

import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Recommendation.Change;
import io.plimsoll.model.Relation;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SeverityCounts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Building on another image, where that mends something without a change of the software.
final class BaseAction {
    private static final Set<Relation> NEAR =
            EnumSet.of(Relation.REFRESH, Relation.MINOR, Relation.SLIMMER);

    private BaseAction() {}

    /// The first recommendation that takes more vulnerabilities away than it brings.
    static Optional<Recommendation> of(ScanReport report) {
        return report.advice().map(BaseAdvice::recommendations).orElse(List.of()).stream()
                .filter(each -> NEAR.contains(each.relation()))
                .filter(each -> !each.worse() && !each.image().isOver())
                .filter(each -> each.change().filter(BaseAction::mends).isPresent())
                .findFirst();
    }

    private static boolean mends(Change change) {
        return change.gone().total() > change.come().total();
    }

    static String what(Recommendation recommendation) {
        return "rebuild on " + recommendation.image().reference();
    }

    /// `fixes 88, 2 critical, brings 3`.
    static String effect(Recommendation recommendation) {
        Change change = recommendation.change().orElseThrow();
        SeverityCounts gone = change.gone();
        String effect = "fixes " + gone.total();
        if (gone.of(Severity.CRITICAL) > 0) {
            effect += ", " + gone.of(Severity.CRITICAL) + " critical";
        }
        return change.come().total() == 0 ? effect : effect + ", brings " + change.come().total();
    }
}
