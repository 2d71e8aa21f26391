package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// The lines of an instruction as one, and where each character of it stands in the file.
public final class LogicalLine {
    /// A stretch that is continuous in the file.
    private record Piece(int at, int source, int length) {}

    private final SourceText source;
    private final StringBuilder building = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private String text = "";

    LogicalLine(SourceText source) {
        this.source = source;
    }

    void add(int start, int end) {
        pieces.add(new Piece(building.length(), start, end - start));
        building.append(source.text(), start, end);
    }

    LogicalLine finish() {
        text = building.toString();
        return this;
    }

    /// The line: without comments, continuations and heredoc contents.
    public String text() {
        return text;
    }

    /// A part of the line as a line of its own.
    LogicalLine part(int from, int to) {
        LogicalLine part = new LogicalLine(source);
        for (Piece piece : pieces) {
            int first = Math.max(from, piece.at());
            int end = Math.min(to, piece.at() + piece.length());
            if (first < end || (from == to && first == end)) {
                int start = piece.source() + first - piece.at();
                part.add(start, start + end - first);
            }
        }
        return part.finish();
    }

    /// Where a part of the line stands in the file, from its first character to its last.
    public Span span(int from, int to) {
        int start = sourceOf(from);
        int end = to > from ? sourceOf(to - 1) + 1 : start;
        return source.span(start, end);
    }

    private int sourceOf(int at) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).at() <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Piece piece = pieces.get(low);
        return piece.source() + Math.min(at - piece.at(), piece.length());
    }
}
