package io.plimsoll.feeds;

import io.plimsoll.advisory.OfficialImage;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the list of official images: `library.tsv`, or an archive of docker-library/official-images with its
/// `library/` folder.
///
/// The table has one build a line and in its first line the names of its columns, of which `image`, `tags`,
/// `shared_tags`, `architectures`, `from` and `os_base` count. It knows the chain of FROM, which the folder does not.
///
/// @param images builds by the image's name
/// @param newest the newest day that a tag names: the list has no date of its own, and many images carry theirs
record OfficialImagesFeed(Map<String, List<OfficialImage>> images, Optional<LocalDate> newest) {
    private static final Pattern DAY =
            Pattern.compile("(?<![0-9])(20[0-9]{2})(0[1-9]|1[0-2])([0-2][0-9]|3[01])(?![0-9])");
    private static final String FOLDER = "/library/";

    static OfficialImagesFeed read(Path folder, Consumer<Problem> problems) throws IOException {
        Map<String, List<OfficialImage>> images = new HashMap<>();
        for (Path file : RecordSource.files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".tsv") || name.endsWith(".tsv.gz")) {
                try (InputStream in = RecordSource.open(file)) {
                    table(file.toString(), in, images, problems);
                }
            }
        }
        if (images.isEmpty()) {
            RecordSource.zipped(
                    folder,
                    entry -> entry.contains(FOLDER),
                    (name, content) -> {
                        String image = name.substring(name.lastIndexOf('/') + 1);
                        List<OfficialImage> builds = LibraryFile.read(name, content, problems);
                        if (!builds.isEmpty()) {
                            images.put(image, builds);
                        }
                    });
        }
        return new OfficialImagesFeed(images, newest(images));
    }

    private static void table(
            String file,
            InputStream content,
            Map<String, List<OfficialImage>> images,
            Consumer<Problem> problems)
            throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        String head = lines.readLine();
        List<String> columns = head == null ? List.of() : List.of(head.split("\t", -1));
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            List<String> cells = Arrays.asList(line.split("\t", -1));
            if (cells.size() != columns.size() || cell("image", columns, cells).isEmpty()) {
                problems.accept(
                        Problem.of(
                                file,
                                "official-images",
                                ProblemKind.MALFORMED,
                                "line "
                                        + number
                                        + " has "
                                        + cells.size()
                                        + " columns and no image, or not the "
                                        + columns.size()
                                        + " of the first line"));
                continue;
            }
            OfficialImage build =
                    new OfficialImage(
                            words(cell("tags", columns, cells)),
                            words(cell("shared_tags", columns, cells)),
                            words(cell("architectures", columns, cells)),
                            cell("from", columns, cells),
                            cell("os_base", columns, cells));
            images.computeIfAbsent(cell("image", columns, cells), any -> new ArrayList<>())
                    .add(build);
        }
    }

    private static String cell(String column, List<String> columns, List<String> cells) {
        int at = columns.indexOf(column);
        return at < 0 ? "" : cells.get(at).strip();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" +", -1));
    }

    private static Optional<LocalDate> newest(Map<String, List<OfficialImage>> images) {
        return images.values().stream()
                .flatMap(List::stream)
                .flatMap(build -> build.tags().stream())
                .flatMap(tag -> day(tag).stream())
                .max(LocalDate::compareTo);
    }

    private static Optional<LocalDate> day(String tag) {
        Matcher found = DAY.matcher(tag);
        return found.find()
                ? OsvParser.date(found.group(1) + "-" + found.group(2) + "-" + found.group(3))
                : Optional.empty();
    }
}
