package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.catalog.all.Catalogers;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Cases of other projects, `truth/lang/<project>/<format>/<case>` with the files in `in/` and what
/// the project finds in them in `expected.json`, against what the catalogers find.
///
/// A difference is `+name version` for what only the catalogers find, `-name version` for what only
/// the other project finds, and `no problem` where it reports an error and the catalogers nothing.
final class ForeignCases {
    /// A difference that is right as it is.
    ///
    /// @param name `<project>/<format>/<case>`
    /// @param difference as {@link ForeignCases} writes it
    /// @param reason why the catalogers are right, or no less right
    record Judged(String name, String difference, String reason) {}

    private final SelectorIndex index = new SelectorIndex(Catalogers.all());
    private final Map<String, String> differences = new TreeMap<>();
    private int compared;

    /// Compares those cases of a format that hold a file which a cataloger wants.
    ///
    /// @param format `<project>/<format>`
    /// @param place the path in an image of a file whose path in the case is given, such as
    ///     `/package.json`; cases often name a file for what is wrong in it
    void compare(String format, UnaryOperator<String> place)
            throws IOException, InterruptedException, JsonFormatException {
        Path folder = SharedFolder.find().resolve("truth").resolve("lang").resolve(format);
        List<Path> cases = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> Files.isDirectory(entry.resolve("in")))
                    .sorted()
                    .forEach(cases::add);
        }
        for (Path one : cases) {
            List<Catalog> catalogs = read(one.resolve("in"), place);
            if (catalogs.isEmpty()) {
                continue;
            }
            compared++;
            String difference = difference(one.resolve("expected.json"), catalogs);
            if (!difference.isEmpty()) {
                differences.put(format + "/" + one.getFileName(), difference);
            }
        }
    }

    /// Checks that at least so many cases were compared, and that no differences were found but those
    /// that are listed: a listed one that is gone must leave the list.
    void verify(int atLeast, List<Judged> judged) {
        assertThat(compared).as("cases").isGreaterThanOrEqualTo(atLeast);
        Map<String, String> listed = new TreeMap<>();
        judged.forEach(one -> listed.put(one.name(), one.difference()));
        assertThat(differences).isEqualTo(listed);
    }

    private static String difference(Path expectation, List<Catalog> catalogs)
            throws IOException, JsonFormatException {
        JsonObject expected = Json.parse(Files.readAllBytes(expectation)).asObject();
        Set<String> theirs = new TreeSet<>();
        expected.objects("packages")
                .forEach(one -> theirs.add(one.text("name") + " " + one.text("version")));
        Set<String> ours = new TreeSet<>();
        for (Catalog catalog : catalogs) {
            catalog.packages().forEach(one -> ours.add(one.fullName() + " " + one.version()));
        }
        List<String> parts = new ArrayList<>();
        ours.stream().filter(one -> !theirs.contains(one)).forEach(one -> parts.add("+" + one));
        theirs.stream().filter(one -> !ours.contains(one)).forEach(one -> parts.add("-" + one));
        boolean quiet = catalogs.stream().allMatch(one -> one.problems().isEmpty());
        if (expected.has("error") && quiet) {
            parts.add("no problem");
        }
        return String.join(", ", parts);
    }

    private List<Catalog> read(Path root, UnaryOperator<String> place)
            throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> entries = Files.walk(root)) {
            files = entries.filter(Files::isRegularFile).sorted().toList();
        }
        List<Catalog> catalogs = new ArrayList<>();
        for (Path file : files) {
            String path = place.apply("/" + root.relativize(file));
            for (Cataloger cataloger : index.select(path)) {
                catalogs.add(
                        cataloger.catalog(new HeldFile(path, Files.readAllBytes(file), Map.of())));
            }
        }
        return catalogs;
    }
}
