package io.plimsoll.dockerfile;

import static io.plimsoll.dockerfile.Files.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class HostileDockerfileTest {
    /// Many times what any of them takes; quadratic time would take hours.
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final int SIZE = 10_000_000;

    private static final List<Supplier<String>> LARGE =
            List.of(
                    () -> "RUN " + "x".repeat(SIZE),
                    () -> "RUN " + "<<E ".repeat(SIZE / 40),
                    () -> "RUN << " + "${a:-".repeat(SIZE / 5),
                    () -> "RUN x\n".repeat(100_000),
                    () -> "RUN <<E\n".repeat(100_000),
                    () -> "RUN x \\\n".repeat(SIZE / 8),
                    () -> "RUN x \\\n#\n".repeat(SIZE / 10),
                    () -> "FROM a\n".repeat(100_000),
                    () -> "ENV " + "a=b ".repeat(SIZE / 40),
                    () -> "COPY " + "a ".repeat(SIZE / 20),
                    () -> "COPY --a " + "--b ".repeat(SIZE / 40),
                    () -> "CMD " + "[".repeat(SIZE),
                    () -> "CMD " + "[".repeat(SIZE / 2) + "]".repeat(SIZE / 2),
                    () -> "ONBUILD ".repeat(SIZE / 8),
                    () -> "\n".repeat(SIZE),
                    () -> "# x\n".repeat(SIZE / 40));

    private static final String SEED_FILE =
            """
            # syntax=docker/dockerfile:1
            # escape=\\
            ARG V="1"
            FROM --platform=$TARGETPLATFORM alpine:${V:-2} AS build
            ENV A=1 B="x y" \\
                # inside
                C=z
            RUN <<-EOF cat | sh
            \techo hi
            \tEOF
            COPY --from=0 ["a", "b"]
            ONBUILD ADD x y
            HEALTHCHECK --interval=5s CMD [ "c" ]
            """;

    @Test
    void damagedFilesPrintAsTheyAre() {
        Random random = new Random(7);
        byte[] seed = SEED_FILE.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = seed.clone();
            for (int change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] =
                        random.nextBoolean()
                                ? (byte) random.nextInt(256)
                                : seed[random.nextInt(seed.length)];
            }
            Dockerfile file = Dockerfile.parse(bytes);
            assertThat(file.print()).isEqualTo(bytes);
            int at = 0;
            for (Element element : file.elements()) {
                assertThat(element.span().start()).isEqualTo(at);
                at = element.span().end();
            }
            Build.of(file, BuildArguments.none()).steps();
        }
    }

    @Test
    void everyBeginningOfAFileIsRead() {
        for (int end = 0; end <= SEED_FILE.length(); end++) {
            String part = SEED_FILE.substring(0, end);
            assertThat(new String(parse(part).print(), StandardCharsets.UTF_8)).isEqualTo(part);
        }
    }

    @Test
    void largeFilesTakeTimeInProportion() {
        for (Supplier<String> large : LARGE) {
            String file = large.get();
            assertTimeoutPreemptively(
                    LONG,
                    () -> assertThat(parse(file).elements()).isNotEmpty(),
                    file.substring(0, 20));
        }
    }

    @Test
    void variablesThatDoubleOneAnotherHaveABound() {
        StringBuilder file = new StringBuilder("FROM a\nARG a0=0123456789\n");
        for (int i = 1; i < 60; i++) {
            file.append("ARG a%d=$a%d$a%d\n".formatted(i, i - 1, i - 1));
        }
        Dockerfile parsed = parse(file.toString());
        assertThat(Build.of(parsed, BuildArguments.none()).steps()).hasSize(60);
    }

    @Test
    void patternsTakeTimeInProportion() {
        String value = "ab".repeat(200_000);
        for (String pattern :
                List.of("//a*b*c*d", "//a", "##*a*b*c", "%%*c*a*b", "//*ab*", "/b?c/x")) {
            assertTimeoutPreemptively(
                    LONG,
                    () ->
                            Expansion.of(
                                    "${v" + pattern + (pattern.startsWith("/") ? "/x}" : "}"),
                                    '\\',
                                    java.util.Map.of("v", value)),
                    pattern);
        }
    }
}
