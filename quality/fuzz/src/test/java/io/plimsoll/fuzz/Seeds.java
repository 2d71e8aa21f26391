package io.plimsoll.fuzz;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.catalog.all.Catalogers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Well-formed inputs of each target to begin from: the catalogers' fixtures, and what
/// {@link MadeSeeds} makes. Beside them the inputs that once broke a target.
final class Seeds {
    private static final Path KEPT = Path.of("src/test/resources/kept");
    private static final Path FIXTURES = Path.of("../../core/catalog/src/test/resources");
    private static final long LARGEST = 512 * 1024;

    private Seeds() {}

    /// Inputs that begin a target's runs, by a name for messages.
    static Map<String, byte[]> of(String target) throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        List<byte[]> made = MadeSeeds.of(target);
        for (int i = 0; i < made.size(); i++) {
            seeds.put("made-" + i, made.get(i));
        }
        for (Cataloger cataloger : Catalogers.all()) {
            if (target.equals("catalog-" + cataloger.id())) {
                seeds.putAll(fixtures(cataloger));
            }
        }
        return seeds;
    }

    /// Inputs on which a target once failed.
    static Map<String, byte[]> kept(String target) throws IOException {
        Map<String, byte[]> kept = new TreeMap<>();
        Path folder = KEPT.resolve(target);
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder)) {
                kept.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return kept;
    }

    /// Folders of kept inputs.
    static List<String> keptTargets() throws IOException {
        try (Stream<Path> folders = Files.list(KEPT)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, byte[]> fixtures(Cataloger cataloger) throws IOException {
        SelectorIndex index = new SelectorIndex(List.of(cataloger));
        Map<String, byte[]> seeds = new TreeMap<>();
        for (Path file : files(FIXTURES)) {
            String path = file.toString();
            int in = path.indexOf("/in/");
            if (in >= 0
                    && !index.select(path.substring(in + 3)).isEmpty()
                    && Files.size(file) <= LARGEST) {
                String name = FIXTURES.relativize(file).toString().replace('/', '_');
                seeds.put(name, Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
        }
    }

    /// Writes the inputs of a target into a folder, for the fuzzer.
    ///
    /// @param arguments the target's name and the folder; no argument lists the targets
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            FuzzTargets.all().keySet().forEach(System.out::println);
            return;
        }
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        Map<String, byte[]> all = new TreeMap<>(of(arguments[0]));
        all.putAll(kept(arguments[0]));
        for (Map.Entry<String, byte[]> seed : all.entrySet()) {
            Files.write(folder.resolve(seed.getKey()), seed.getValue());
        }
    }
}
