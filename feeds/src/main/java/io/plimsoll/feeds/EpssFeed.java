package io.plimsoll.feeds;

import io.plimsoll.model.Epss;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads FIRST's EPSS scores.
///
/// Source: `epss_scores-<date>.csv.gz`: a comment with `score_date:`, a header, then
/// `cve,epss,percentile`.
record EpssFeed(Map<String, Epss> scores, Optional<LocalDate> date) {
    private static final String DATE = "score_date:";

    /// Reads the newest file of a folder.
    static EpssFeed read(Path folder, Consumer<Problem> problems) throws IOException {
        List<Path> files =
                RecordSource.files(folder).stream()
                        .filter(file -> file.toString().contains(".csv"))
                        .toList();
        if (files.isEmpty()) {
            return new EpssFeed(Map.of(), Optional.empty());
        }
        return readFile(files.getLast(), problems);
    }

    private static EpssFeed readFile(Path file, Consumer<Problem> problems) throws IOException {
        Map<String, Epss> scores = new HashMap<>();
        Optional<LocalDate> date = Optional.empty();
        int line = 0;
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(RecordSource.open(file), StandardCharsets.UTF_8))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (text.startsWith("#")) {
                    int at = text.indexOf(DATE);
                    date = at < 0 ? date : OsvParser.date(text.substring(at + DATE.length()));
                } else if (!text.startsWith("cve,") && !add(text, scores)) {
                    problems.accept(malformed(file, line, text));
                }
            }
        }
        return new EpssFeed(scores, date);
    }

    private static boolean add(String line, Map<String, Epss> scores) {
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        if (first < 0 || second < 0) {
            return line.isBlank();
        }
        try {
            double score = Double.parseDouble(line.substring(first + 1, second));
            double percentile = Double.parseDouble(line.substring(second + 1));
            if (!(score >= 0 && score <= 1 && percentile >= 0 && percentile <= 1)) {
                return false;
            }
            scores.put(line.substring(0, first), new Epss(score, percentile));
            return true;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static Problem malformed(Path file, int line, String text) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        return Problem.of(
                file.toString(),
                "epss",
                ProblemKind.MALFORMED,
                "line " + line + ": '" + shown + "' is not cve,epss,percentile");
    }
}
