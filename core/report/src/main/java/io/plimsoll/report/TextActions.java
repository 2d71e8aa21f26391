package io.plimsoll.report;

import io.plimsoll.model.ScanReport;
import java.util.ArrayList;
import java.util.List;

/// The few upgrades that fix the most.
final class TextActions {
    private static final int SHOWN = 5;

    private TextActions() {}

    static List<String> lines(ScanReport report, Paint paint) {
        List<Action> actions = Action.of(report, SHOWN);
        if (actions.isEmpty()) {
            return List.of();
        }
        Columns columns = new Columns();
        for (int i = 0; i < actions.size(); i++) {
            columns.add("  " + (i + 1), what(actions.get(i)), actions.get(i).effect());
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
