package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs catalogers over the cases of a family, each a folder `src/test/resources/<family>/<case>`:
/// `in/` is the root of an image, `expected.tsv` what the catalogers say of it, `SOURCE.md` who made
/// it and how. A new folder is a new test. `-Dgolden.update=true` writes `expected.tsv` anew.
public abstract class FixtureTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final Path family;
    private final List<Cataloger> catalogers;

    protected FixtureTest(String family, Cataloger... catalogers) {
        this.family = RESOURCES.resolve(family);
        this.catalogers = List.of(catalogers);
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<Path> cases = new ArrayList<>();
        try (Stream<Path> entries = Files.list(family)) {
            entries.filter(Files::isDirectory).sorted().forEach(cases::add);
        }
        assertThat(cases).as("cases in %s", family).isNotEmpty();
        return cases.stream()
                .map(folder ->
                        DynamicTest.dynamicTest(
                                String.valueOf(folder.getFileName()), () -> check(folder)));
    }

    /// The file of a case, with its companions, as the cataloger would get it.
    public static TestFile file(Cataloger cataloger, Path root, String path) throws IOException {
        TestFile file = TestFile.of(path, Files.readAllBytes(onDisk(root, path)));
        for (String suffix : cataloger.selector().companions()) {
            Path companion = onDisk(root, path + suffix);
            if (Files.isRegularFile(companion)) {
                file = file.withCompanion(suffix, Files.readAllBytes(companion));
            }
        }
        return file;
    }

    /// The root of a case's image.
    public static Path root(String family, String name) {
        return RESOURCES.resolve(family).resolve(name).resolve("in");
    }

    private void check(Path folder) throws IOException, InterruptedException {
        assertThat(folder.resolve("SOURCE.md")).isNotEmptyFile();
        Path expected = folder.resolve("expected.tsv");
        String actual = run(folder.resolve("in"));
        if (UPDATE) {
            Files.writeString(expected, actual, StandardCharsets.UTF_8);
        }
        assertThat(actual).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }

    private String run(Path root) throws IOException, InterruptedException {
        Golden golden = new Golden();
        int selected = 0;
        for (String path : paths(root)) {
            for (Cataloger cataloger : catalogers) {
                if (Selection.wants(cataloger.selector(), path)) {
                    selected++;
                    golden.add(
                            cataloger.id(), path, cataloger.catalog(file(cataloger, root, path)));
                }
            }
        }
        assertThat(selected).as("files of %s that a cataloger wants", root).isPositive();
        return golden.text();
    }

    private static List<String> paths(Path root) throws IOException {
        List<String> paths = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(root)) {
            entries.filter(Files::isRegularFile)
                    .map(entry -> "/" + root.relativize(entry).toString().replace('\\', '/'))
                    .sorted()
                    .forEach(paths::add);
        }
        return paths;
    }

    private static Path onDisk(Path root, String path) {
        return root.resolve(path.substring(1));
    }
}
