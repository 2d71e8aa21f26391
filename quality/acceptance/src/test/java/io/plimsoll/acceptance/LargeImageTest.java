package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.testkit.LargeImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An image of many files and layers, a sixteenth of the one that `make bench-large` measures: memory
/// for one does, and progress tells the truth.
final class LargeImageTest {
    /// A tenth of the files of the large one, in a tenth of its heap.
    private static final String HEAP = "-Xmx51m";

    private static final long MIB = 1024 * 1024;
    private static final LargeImage.Shape SHAPE =
            new LargeImage.Shape(120, 100_000, 256 * MIB, 640 * MIB);
    private static final Pattern BYTES = Pattern.compile("([0-9.]+) of ([0-9.]+) MB");
    private static final Pattern CONTROL = Pattern.compile("\u001b\\[[?0-9]*[A-Za-z]");

    @TempDir static Path folder;

    @BeforeAll
    static void image() throws Exception {
        LargeImage.write(folder.resolve("image.tar"), SHAPE);
        LargeImage.write(
                folder.resolve("layers.tar"), new LargeImage.Shape(120, 6000, 64 * MIB, 256 * MIB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quiet", "--checks"})
    void memoryDoesNotGrowWithTheImage(String option) throws Exception {
        Storm.Outcome outcome =
                new Storm(folder)
                        .start(
                                Path.of(System.getProperty("java.home", ""), "bin", "java")
                                        .toString(),
                                HEAP,
                                "-XX:+UseSerialGC",
                                "-jar",
                                Repository.root()
                                        .resolve("apps/cli/target/plimsoll.jar")
                                        .toString(),
                                "scan",
                                "--no-cache",
                                option,
                                "--format=json",
                                "docker-archive:image.tar")
                        .end();
        assertThat(outcome.code()).as(outcome.err()).isZero();
        byte[] report = outcome.out().getBytes(StandardCharsets.UTF_8);
        JsonObject json = Json.parse(new ByteArrayInputStream(report), 100).asObject();
        assertThat(json.objects("packages")).hasSize(LargeImage.packages(SHAPE));
        assertThat(json.objects("problems")).isEmpty();
    }

    @Test
    void onATerminalProgressNeverGoesBeyondTheWholeAndEndsAtIt() throws Exception {
        String scan =
                Repository.launcher() + " scan --no-cache --output=a.txt docker-archive:layers.tar";
        String shown =
                new Storm(folder)
                        .start("script", "--quiet", "--return", "--command", scan, "/dev/null")
                        .end()
                        .out();
        List<double[]> amounts =
                BYTES.matcher(shown)
                        .results()
                        .map(each ->
                                new double[] {
                                    Double.parseDouble(each.group(1)),
                                    Double.parseDouble(each.group(2))
                                })
                        .toList();
        assertThat(amounts).isNotEmpty().allMatch(amount -> amount[0] <= amount[1]);
        assertThat(amounts).isSortedAccordingTo((a, b) -> Double.compare(a[0], b[0]));
        assertThat(amounts.getLast()[0]).isEqualTo(amounts.getLast()[1]);
        assertThat(shown).contains("120 of 120 done").endsWith("\r\u001b[K");
        for (String line : List.of(shown.split("\r", -1))) {
            assertThat(CONTROL.matcher(line).replaceAll("")).hasSizeLessThan(80);
        }
    }

    @Test
    void elsewhereProgressIsShownOnlyWhenAskedFor() throws Exception {
        String launcher = Repository.launcher().toString();
        String[] scan = {
            launcher, "scan", "--no-cache", "--output=b.txt", "docker-archive:layers.tar"
        };
        assertThat(new Storm(folder).start(scan).end().err()).isEmpty();
        String[] verbose = {
            launcher, "scan", "--verbose", "--no-cache", "--output=b.txt", "layers.tar"
        };
        String said = new Storm(folder).start(verbose).end().err();
        Matcher layers = Pattern.compile("(?m)^read .*MB$").matcher(said);
        assertThat(layers.results().count()).isEqualTo(120);
        assertThat(said).doesNotContain("\u001b");
    }
}
