package io.plimsoll.catalog.dpkg;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.Limit;
import io.plimsoll.model.PathSet;
import java.io.IOException;
import java.util.Optional;

/// Reads lists of paths, one a line, each from the same column on.
final class PathLines {
    private PathLines() {}

    /// The paths; a line that has none is a problem.
    ///
    /// @param column index of the first byte of a path
    static PathSet read(CatalogFile file, int column, ProblemList problems)
            throws IOException, InterruptedException {
        PathSet.Builder paths = PathSet.builder();
        try (LineReader lines = new LineReader(file.stream(), file.limits())) {
            while (lines.next()) {
                if (lines.isTooLong()) {
                    problems.limit(Limit.LINE_LENGTH, file.limits(), "line " + lines.number());
                } else if (!lines.isBlank()) {
                    path(lines, column).ifPresentOrElse(paths::add, () -> badLine(lines, problems));
                }
            }
        }
        return paths.build();
    }

    private static Optional<String> path(LineReader lines, int column) {
        return lines.length() <= column
                ? Optional.empty()
                : ImagePath.normalize(lines.text(column, lines.length()));
    }

    private static void badLine(LineReader lines, ProblemList problems) {
        String text = lines.text(0, Math.min(lines.length(), 200));
        problems.malformed("line " + lines.number() + ": no path: " + ProblemList.quote(text));
    }
}
