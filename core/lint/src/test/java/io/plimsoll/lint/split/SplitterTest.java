package io.plimsoll.lint.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.lint.LintedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// Each folder is a Dockerfile and its image, with the split or with why there is none.
final class SplitterTest {
    private static final Path CASES = Path.of("src/test/resources/split");

    @TestFactory
    Stream<DynamicTest> everyCaseIsSplitAsItShould() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(CASES)) {
            cases = folders.sorted().toList();
        }
        assertThat(cases).hasSizeGreaterThan(20);
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest("" + each.getFileName(), () -> check(each)));
    }

    @Test
    void theReckoningCountsWhatIsLeftOut() throws IOException {
        SplitResult.Suggested split =
                (SplitResult.Suggested) suggest(CASES.resolve("static-program"));
        assertThat(split.before().packages()).isEqualTo(6);
        assertThat(split.after().packages()).isEqualTo(3);
        assertThat(split.before().size() - split.after().size())
                .isEqualTo(400_000_000 + 60_000_000 + 100_000 + 100 + 5000);
        assertThat(split.before().findings().total() - split.after().findings().total())
                .isEqualTo(3);
    }

    @Test
    @Timeout(20)
    void manyFilesTakeTimeInProportion() throws IOException {
        Path folder = CASES.resolve("static-program");
        StringBuilder image = new StringBuilder(Files.readString(folder.resolve("image")));
        for (int i = 0; i < 50_000; i++) {
            image.append("file /src/data/" + i + " 1 4\n").append("folder /empty/" + i + " 4\n");
        }
        SplitResult split =
                Splitter.suggest(
                        LintedFile.of(parse(Files.readString(folder.resolve("Dockerfile")))),
                        DescribedImage.read("" + image));
        assertThat(split).isInstanceOf(SplitResult.Suggested.class);
        assertThat(((SplitResult.Suggested) split).dockerfile())
                .contains(
                        "COPY --from=build /empty /empty\n",
                        "COPY --from=build /src/data /src/data\n");
    }

    private static void check(Path folder) throws IOException {
        Path expected = folder.resolve("split.Dockerfile");
        switch (suggest(folder)) {
            case SplitResult.None(String why) -> assertThat(folder.resolve("why")).hasContent(why);
            case SplitResult.Suggested split -> {
                if (Boolean.getBoolean("golden.update")) {
                    Files.writeString(expected, split.dockerfile());
                }
                assertThat(expected).hasContent(split.dockerfile());
                assertThat(parse(split.dockerfile()).problems()).isEmpty();
                assertThat(split.reasons()).hasSizeGreaterThan(1);
            }
        }
    }

    private static SplitResult suggest(Path folder) throws IOException {
        Dockerfile file = parse(Files.readString(folder.resolve("Dockerfile")));
        return Splitter.suggest(
                LintedFile.of(file),
                DescribedImage.read(Files.readString(folder.resolve("image"))));
    }

    private static Dockerfile parse(String text) {
        return Dockerfile.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
