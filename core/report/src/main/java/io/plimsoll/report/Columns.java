package io.plimsoll.report;

import io.plimsoll.model.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Lines of cells, padded so that columns line up. Colours are put on after padding by the caller.
public final class Columns {
    private final List<List<String>> rows = new ArrayList<>();

    /// Adds a line.
    public void add(String... cells) {
        rows.add(Stream.of(cells).map(Printable::of).toList());
    }

    /// The lines, without spaces at their ends.
    public List<String> lines() {
        return cells().stream().map(row -> String.join("  ", row).stripTrailing()).toList();
    }

    /// The padded cells.
    List<List<String>> cells() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<List<String>> padded = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.get(i) + " ".repeat(widths[i] - row.get(i).length()));
            }
            padded.add(cells);
        }
        return padded;
    }
}
