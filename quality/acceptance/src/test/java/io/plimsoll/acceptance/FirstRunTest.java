package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// First runs of a fresh build, which make the JVM's class caches: many at once, and killed ones.
final class FirstRunTest {
    private static final int AT_ONCE = 16;
    private static final int KILLS = 5;
    private static final long TRAINING_MILLIS = 2000;

    @TempDir Path folder;

    private Path built = Path.of("");
    private String launcher = "";

    /// A checkout with the built program, and nothing that a run adds to it.
    @BeforeEach
    void copy() throws IOException, InterruptedException {
        built = Files.createDirectories(folder.resolve("apps/cli/target"));
        Path root = Repository.root();
        new Program(folder)
                .lines("cp", "-r", root.resolve("plimsoll").toString(), root + "/build", ".");
        new Program(folder).lines("mkdir", "core", "feeds");
        new Program(folder).lines("touch", "-t", "202001010000", "pom.xml");
        for (String jar : List.of("plimsoll.jar", "plimsoll-cli-start.jar")) {
            Files.copy(root.resolve("apps/cli/target").resolve(jar), built.resolve(jar));
        }
        launcher = folder.resolve("plimsoll").toString();
    }

    @Test
    void sixteenAtOnceAgreeAndLeaveNothingBehind() throws Exception {
        List<Storm.Outcome> outcomes = new Storm(folder).together(AT_ONCE, launcher, "version");
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.out()).startsWith("plimsoll "))
                .allSatisfy(outcome -> assertThat(outcome.err()).isEmpty())
                .allSatisfy(outcome -> assertThat(outcome.code()).isZero());
        assertThat(names()).allMatch(FirstRunTest::isKept);
    }

    @Test
    void aKilledOneLeavesOnlyWhatALaterOneTakesAway() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            new Storm(folder)
                    .start(launcher, "version")
                    .killAfter(random.nextLong(TRAINING_MILLIS) + 1);
        }
        Files.createDirectories(built.resolve("training.killed"));
        for (String name : names()) {
            boolean isCache = name.endsWith(".aot");
            if (isCache) {
                Files.delete(built.resolve(name));
            } else if (!isKept(name)) {
                Instant old = Instant.now().minus(Duration.ofHours(2));
                Files.setLastModifiedTime(built.resolve(name), FileTime.from(old));
            }
        }
        Storm.Outcome outcome = new Storm(folder).start(launcher, "version").end();
        assertThat(outcome.out()).as("seed %d", seed).startsWith("plimsoll ");
        assertThat(names()).as("seed %d", seed).allMatch(FirstRunTest::isKept);
        assertThat(names()).anyMatch(name -> name.endsWith("-scan.aot"));
    }

    private static boolean isKept(String name) {
        return name.matches(
                "plimsoll(-\\d+-(version|scan)\\.aot|(-cli-start)?\\.jar|\\.stamp)|launcher\\.lock");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(built)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
