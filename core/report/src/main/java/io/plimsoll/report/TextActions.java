package io.plimsoll.report;

import io.plimsoll.model.Recommendation;
import io.plimsoll.model.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The few upgrades that fix the most.
final class TextActions {
    private static final int SHOWN = 5;

    private TextActions() {}

    static List<String> lines(ScanReport report, Paint paint) {
        Columns columns = new Columns();
        int number = 0;
        Optional<Recommendation> base = BaseAction.of(report);
        if (base.isPresent()) {
            number++;
            columns.add("  " + number, BaseAction.what(base.get()), BaseAction.effect(base.get()));
        }
        for (Action action : Action.of(report, SHOWN - number)) {
            number++;
            columns.add("  " + number, what(action), action.effect());
        }
        if (number == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold("What to do first"));
        lines.addAll(columns.lines());
        lines.add("");
        return lines;
    }

    private static String what(Action action) {
        Upgrade upgrade = action.upgrade();
        String where = upgrade.paths().isEmpty() ? "" : "  " + upgrade.paths().getFirst();
        return upgrade.name() + " " + upgrade.version() + " -> " + action.to() + where;
    }
}
