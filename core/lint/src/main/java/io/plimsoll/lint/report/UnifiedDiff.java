package io.plimsoll.lint.report;

import java.util.ArrayList;
import java.util.List;

/// The difference of two texts as `patch` and `git apply` read it.
///
/// Source: POSIX.1-2024, `diff`, section "Diff -u or -U Output Format".
public final class UnifiedDiff {
    private static final int CONTEXT = 3;

    /// Lines beyond which the changed part is one block: the table of a comparison grows with the
    /// square of them.
    private static final int MOST_LINES = 3_000;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    /// How many lines of both sides stand before each line.
    private final List<int[]> places = new ArrayList<>();

    private UnifiedDiff() {}

    /// The difference; empty where there is none.
    ///
    /// @param path of the file, for the head
    public static String of(String path, String before, String after) {
        UnifiedDiff diff = new UnifiedDiff();
        diff.compare(split(before), split(after));
        if (diff.lines.stream().allMatch(each -> each.charAt(0) == ' ')) {
            return "";
        }
        String name = path.startsWith("/") ? path.substring(1) : path;
        diff.out.append("--- a/").append(name).append("\n+++ b/").append(name).append('\n');
        diff.hunks();
        return diff.out.toString();
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at) + 1;
            int stop = end == 0 ? text.length() : end;
            lines.add(text.substring(at, stop));
            at = stop;
        }
        return lines;
    }

    /// Lines with a mark before them, by the longest common subsequence of what lies between the
    /// parts that are equal at both ends.
    private void compare(List<String> before, List<String> after) {
        int head = 0;
        int most = Math.min(before.size(), after.size());
        while (head < most && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        before.subList(0, head).forEach(each -> lines.add(" " + each));
        middle(
                before.subList(head, before.size() - tail),
                after.subList(head, after.size() - tail));
        before.subList(before.size() - tail, before.size()).forEach(each -> lines.add(" " + each));
    }

    private void middle(List<String> before, List<String> after) {
        if (before.size() > MOST_LINES || after.size() > MOST_LINES) {
            before.forEach(each -> lines.add("-" + each));
            after.forEach(each -> lines.add("+" + each));
            return;
        }
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(" " + before.get(i++));
                j++;
            } else if (j == after.size()
                    || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("-" + before.get(i++));
            } else {
                lines.add("+" + after.get(j++));
            }
        }
    }

    /// How many lines the rests of both have in common.
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] =
                        before.get(i).equals(after.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void hunks() {
        int[] place = {0, 0};
        for (String line : lines) {
            places.add(place.clone());
            place[0] += line.charAt(0) == '+' ? 0 : 1;
            place[1] += line.charAt(0) == '-' ? 0 : 1;
        }
        places.add(place);
        int at = nextChange(0);
        while (at < lines.size()) {
            int start = Math.max(0, at - CONTEXT);
            int end = at;
            int next = at;
            while (next < lines.size() && next - end <= 2 * CONTEXT) {
                end = next + 1;
                next = nextChange(end);
            }
            int stop = Math.min(lines.size(), end + CONTEXT);
            hunk(start, stop);
            at = nextChange(stop);
        }
    }

    private int nextChange(int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).charAt(0) == ' ') {
            at++;
        }
        return at;
    }

    private void hunk(int start, int stop) {
        out.append("@@ -").append(range(start, stop, 0));
        out.append(" +").append(range(start, stop, 1)).append(" @@\n");
        for (String line : lines.subList(start, stop)) {
            out.append(line);
            if (!line.endsWith("\n")) {
                out.append("\n\\ No newline at end of file\n");
            }
        }
    }

    private String range(int start, int stop, int side) {
        int first = places.get(start)[side];
        int count = places.get(stop)[side] - first;
        return (count == 0 ? first : first + 1) + "," + count;
    }
}
