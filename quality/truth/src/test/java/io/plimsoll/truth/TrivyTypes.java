package io.plimsoll.truth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Trivy's own types, out of its Go module, as a reader of reports. Compiling it takes a quarter of a
/// minute, once.
final class TrivyTypes {
    private static final Path FOLDER = Path.of("target", "trivy-types").toAbsolutePath();
    private static final String MODULE =
            """
            module reader

            go 1.26

            require github.com/aquasecurity/trivy v0.74.0
            """;

    private static boolean built;

    private TrivyTypes() {}

    /// What a strict decoder saw in a report: lines of a name and a number.
    static synchronized Map<String, String> read(String document)
            throws IOException, InterruptedException {
        build();
        Map<String, String> seen = new TreeMap<>();
        for (String line : Tool.run(FOLDER, List.of(FOLDER + "/reader"), document, "golang-go")) {
            int space = line.indexOf(' ');
            seen.put(line.substring(0, space), line.substring(space + 1));
        }
        return seen;
    }

    private static void build() throws IOException, InterruptedException {
        if (built) {
            return;
        }
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("go.mod"), MODULE, UTF_8);
        Files.writeString(FOLDER.resolve("main.go"), source(), UTF_8);
        Tool.run(
                FOLDER,
                List.of("sh", "-c", "cd '" + FOLDER + "' && go mod tidy && go build -o reader ."),
                "",
                "golang-go");
        built = true;
    }

    private static String source() {
        try (InputStream in = TrivyTypes.class.getResourceAsStream("trivy/main.go")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
