package io.plimsoll.cli;

import io.plimsoll.engine.ImageSummary;
import io.plimsoll.engine.LocalImages.Summarized;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The list of local images, as a table and as JSON.
final class ImageTable {
    private static final List<String> HEAD =
            List.of(
                    "IMAGE",
                    "SIZE",
                    "AGE",
                    "SYSTEM",
                    "CRITICAL",
                    "HIGH",
                    "MEDIUM",
                    "LOW",
                    "FIXABLE",
                    "WORST");
    private static final double MB = 1e6;
    private static final int SHORT_ID = 19;
    private static final int SHOWN_NAMES = 2;

    private ImageTable() {}

    /// Its names, the first two of them, else the beginning of its id.
    static String name(Summarized image) {
        List<String> names = image.image().names();
        if (names.isEmpty()) {
            String id = image.image().id();
            return id.substring(0, Math.min(SHORT_ID, id.length()));
        }
        String first = String.join(", ", names.subList(0, Math.min(SHOWN_NAMES, names.size())));
        int more = names.size() - SHOWN_NAMES;
        return more > 0 ? first + " +" + more : first;
    }

    static void text(List<Summarized> images, LocalDate today, boolean colour, OutputStream out)
            throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        images.forEach(image -> rows.add(row(image, today)));
        StringBuilder text = new StringBuilder();
        for (String line : lines(rows)) {
            boolean head = text.isEmpty();
            text.append(head && colour ? "\u001b[1m" + line + "\u001b[0m" : line).append('\n');
        }
        text.append('\n').append(foot(images, today)).append('\n');
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static List<String> row(Summarized image, LocalDate today) {
        List<String> cells = new ArrayList<>();
        cells.add(name(image));
        cells.add(size(image.image().size()));
        cells.add(age(image, today));
        if (image.summary().isEmpty()) {
            cells.add("could not be read: " + image.failure());
            return cells;
        }
        ImageSummary summary = image.summary().get();
        cells.add(system(summary));
        for (Severity severity :
                List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)) {
            cells.add(Integer.toString(summary.count(severity)));
        }
        cells.add(Integer.toString(summary.fixable()));
        cells.add(worst(image, summary));
        return cells;
    }

    private static String system(ImageSummary summary) {
        String system = summary.system().isEmpty() ? "-" : summary.system();
        String base = summary.base().isEmpty() ? "" : " on " + summary.base();
        return system + base + (summary.endOfLife() ? ", out of support" : "");
    }

    private static String worst(Summarized image, ImageSummary summary) {
        String worst = summary.worst();
        String exploited = summary.exploited() > 0 ? ", " + summary.exploited() + " exploited" : "";
        String left = summary.notAssessed() > 0 ? summary.notAssessed() + " not assessed" : "";
        String failure = image.failure();
        List<String> parts = new ArrayList<>();
        for (String part : List.of(worst + exploited, left, failure)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return String.join("; ", parts);
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, bytes < 10 * MB ? "%.1f MB" : "%.0f MB", bytes / MB);
    }

    private static String age(Summarized image, LocalDate today) {
        LocalDate made = image.image().created().atZone(ZoneOffset.UTC).toLocalDate();
        long days = ChronoUnit.DAYS.between(made, today);
        if (image.image().created().getEpochSecond() <= 0) {
            return "-";
        }
        return days < 1 ? "today" : days == 1 ? "1 day" : days + " days";
    }

    /// Padded; numbers to the right.
    private static List<String> lines(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            boolean whole = row.size() == HEAD.size();
            for (int i = 0; i < row.size() && (whole || i < 3); i++) {
                widths[i] = Math.max(widths[i], Printable.of(row.get(i)).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = Printable.of(row.get(i));
                String pad = " ".repeat(Math.max(0, widths[i] - cell.length()));
                boolean number = i == 1 || (i > 3 && i < HEAD.size() - 1);
                line.append(number ? pad + cell : cell + pad).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String foot(List<Summarized> images, LocalDate today) {
        Optional<LocalDate> oldest =
                images.stream()
                        .flatMap(image -> image.summary().stream())
                        .flatMap(summary -> summary.oldestData().stream())
                        .min(LocalDate::compareTo);
        String count = images.size() == 1 ? "1 image" : images.size() + " images";
        return count
                + oldest.map(day ->
                                ", advisories of "
                                        + day
                                        + " at the oldest ("
                                        + Duration.between(day.atStartOfDay(), today.atStartOfDay())
                                                .toDays()
                                        + " days old)")
                        .orElse("")
                + "; `plimsoll scan NAME` shows one";
    }

    static void json(List<Summarized> images, ScanOptions options, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("schema", "plimsoll-images/1");
                json.object(
                        "tool",
                        () -> {
                            json.text("name", "plimsoll");
                            json.text("version", options.toolVersion());
                        });
                json.array("images", images, image -> json.object(() -> image(image, json)));
            });
        }
    }

    private static void image(Summarized image, JsonWriter json) {
        json.text("engine", image.engine());
        json.text("id", image.image().id());
        json.texts("names", image.image().names());
        json.number("size", image.image().size());
        json.text("created", image.image().created().toString());
        if (image.summary().isPresent()) {
            summary(image.summary().get(), json);
        }
        json.textIfAny("failure", image.failure());
    }

    private static void summary(ImageSummary summary, JsonWriter json) {
        json.textOrNull("system", summary.system());
        json.textOrNull("base", summary.base());
        json.truth("endOfLife", summary.endOfLife());
        json.object(
                "counts",
                () -> {
                    for (Severity severity : Severity.values()) {
                        json.number(severity.word(), summary.count(severity));
                    }
                });
        json.number("fixable", summary.fixable());
        json.number("exploited", summary.exploited());
        json.number("packages", summary.packages());
        json.number("notAssessed", summary.notAssessed());
        json.textOrNull("worst", summary.worst());
        json.textOrNull("oldestData", summary.oldestData().map(LocalDate::toString).orElse(""));
    }
}
