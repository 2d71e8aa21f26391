package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lint.context.IgnoreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Our reader of `.dockerignore` against the builders' own, on thousands of made patterns.
final class DockerignoreOracleTest {
    private static final Path FOLDER = Path.of("target", "dockerignore-oracle").toAbsolutePath();
    private static final long SEED = 20261127;
    private static final int CASES = 40_000;

    private static final List<String> PIECES =
            List.of(
                    "a", "b", "c", "dir", ".git", "x.md", "*", "**", "**/", "/", "?", "[a-c]",
                    "[^b]", "\\*", ".", "..", "*.md", "(", "+", "$");
    private static final List<String> NAMES =
            List.of("a", "b", "c", "dir", ".git", "x.md", "*", "(", "d", "ca", "y.md");

    private final Random random = new Random(SEED);

    @Test
    void filesAreKeptFromTheBuilderAsItDoesItself() throws Exception {
        Files.createDirectories(FOLDER);
        String script = Path.of("..", "..", "build", "go.sh").toString();
        String go = Tool.run(FOLDER, List.of("sh", script), "", "golang-go").getLast();
        String sources = Path.of("src", "test", "go", "dockerignore").toAbsolutePath().toString();
        String oracle = FOLDER.resolve("oracle").toString();
        Tool.run(FOLDER, List.of(go, "build", "-C", sources, "-o", oracle, "."), "", "golang-go");

        List<String> files = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        StringBuilder questions = new StringBuilder();
        for (int i = 0; i < CASES; i++) {
            files.add(file());
            paths.add(path());
            questions.append(
                    "{\"file\":\""
                            + escaped(files.get(i))
                            + "\",\"path\":\""
                            + escaped(paths.get(i))
                            + "\"}\n");
        }
        List<String> answers = Tool.run(FOLDER, List.of(oracle), questions.toString(), "golang-go");
        assertThat(answers).hasSize(CASES).contains("true", "false");
        List<String> different = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            boolean ours = IgnoreFile.of(files.get(i)).ignores(paths.get(i));
            // Where a builder refuses the file there is nothing to agree on.
            if (!answers.get(i).equals("error") && !answers.get(i).equals("" + ours)) {
                different.add(
                        escaped(files.get(i))
                                + "  "
                                + paths.get(i)
                                + "  builder: "
                                + answers.get(i));
            }
        }
        assertThat(different).isEmpty();
    }

    private String file() {
        StringBuilder file = new StringBuilder();
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            file.append(random.nextInt(4) == 0 ? "!" : "");
            int pieces = 1 + random.nextInt(5);
            for (int j = 0; j < pieces; j++) {
                file.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            file.append("\n");
        }
        return file.toString();
    }

    private String path() {
        List<String> names = new ArrayList<>();
        int depth = 1 + random.nextInt(4);
        for (int i = 0; i < depth; i++) {
            names.add(NAMES.get(random.nextInt(NAMES.size())));
        }
        return String.join("/", names);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
