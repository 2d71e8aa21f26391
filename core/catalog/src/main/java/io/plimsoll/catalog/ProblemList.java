package io.plimsoll.catalog;

import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.util.ArrayList;
import java.util.List;

/// Collects the problems of one file. Keeps the first {@value #MAX_KEPT} and counts the rest, so
/// that a file of nothing but bad records costs no memory.
public final class ProblemList {
    private static final int MAX_KEPT = 100;
    private static final int MAX_QUOTED = 80;

    private final String path;
    private final String component;
    private final List<Problem> kept = new ArrayList<>();
    private long leftOut;

    /// @param path absolute path of the file in the image
    /// @param component the part that reads it, such as `dpkg`
    public ProblemList(String path, String component) {
        this.path = path;
        this.component = component;
    }

    public void add(ProblemKind kind, String reason) {
        addAt(path, kind, reason);
    }

    /// Adds a problem of something inside the file.
    ///
    /// @param inner evidence path, such as `/app.jar!/lib/a.jar`
    public void addAt(String inner, ProblemKind kind, String reason) {
        if (kept.size() < MAX_KEPT) {
            kept.add(Problem.of(inner, component, kind, reason));
        } else {
            leftOut++;
        }
    }

    public void malformed(String reason) {
        add(ProblemKind.MALFORMED, reason);
    }

    /// Adds that a limit stopped the reading.
    ///
    /// @param where line, byte or record, such as `line 7`
    public void limit(Limit limit, Limits limits, String where) {
        limitAt(path, limit, limits, where);
    }

    /// Adds that a limit stopped the reading of something inside the file.
    public void limitAt(String inner, Limit limit, Limits limits, String where) {
        String unit = limits.of(limit) + " " + limit.unit();
        addAt(
                inner,
                ProblemKind.LIMIT,
                where + ": more than " + unit + "; " + limit.flag() + " allows more");
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /// The problems in the order of the file; the last says how many more there were.
    public List<Problem> toList() {
        if (leftOut == 0) {
            return List.copyOf(kept);
        }
        List<Problem> all = new ArrayList<>(kept);
        String reason = "and " + leftOut + " more problems like these";
        all.add(Problem.of(path, component, kept.getLast().kind(), reason));
        return List.copyOf(all);
    }

    /// A value of a file in quotes for a reason: its beginning, without control characters.
    public static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        int length = Math.min(value.length(), MAX_QUOTED);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            quoted.append(Character.isISOControl(c) ? '?' : c);
        }
        return quoted.append(length < value.length() ? "…\"" : "\"").toString();
    }
}
