package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// All hostile inputs.
final class HostileInputs {
    private HostileInputs() {}

    static List<HostileCase> all() {
        return Stream.of(
                        HostileTars.all(),
                        HostileLayouts.all(),
                        HostileBombs.all(),
                        HostileFiles.all(),
                        HostileTexts.all(),
                        HostileLists.all())
                .flatMap(List::stream)
                .toList();
    }

    /// Writes them into a folder, one folder each, with the target's name in `target` and the row's in
    /// `name`: what `build/hostile.sh` measures.
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        int number = 100;
        for (HostileCase each : all()) {
            Path folder = root.resolve(String.valueOf(number++));
            Path input = Files.createDirectories(folder.resolve("input"));
            Files.writeString(folder.resolve("target"), each.making().target(input));
            Files.writeString(folder.resolve("name"), each.name());
        }
    }
}
