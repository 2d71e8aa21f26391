package io.plimsoll.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.lint.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of one thing many times.
final class HostileFilesTest {
    private static final int SIZE = 64 * 1024;

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "from a as b\n",
                "FROM b AS a\nFROM a AS b\n",
                "COPY --from=a a b\n",
                "ENV a $b\n",
                "RUN apt install a|b\n",
                "RUN cd /a && pip install b && wget c && curl d && sudo e\n",
                "ADD a.b c\nUSER root\nCMD a\n",
                "# hadolint ignore=DL3006\n",
                "RUN a \\\n\n",
                "MAINTAINER a\nEXPOSE 80/TCP\n",
                " a=$b b=$a",
                "(",
                "a|",
                "apt install a;",
                "\"",
                "$(",
                "apt-get update && ",
                "RUN pip install a\n",
                "FROM x AS s\nCOPY --from=0 a b\n",
                "# hadolint ignore=DL3009\nRUN apt-get install x\n",
                "LABEL a=\"\" b=c@d\n",
                "CMD ['a', 'b'\n",
                "[ \"a\", ",
                "COPY . .\nRUN npm ci\n",
                "COPY a.tgz b\nRUN tar xf a.tgz\n"
            })
    void lintingAndFixingEnds(String piece) {
        boolean isPart = !piece.endsWith("\n");
        String start = "FROM a\n" + (isPart ? piece.contains("=") ? "ENV" : "RUN " : "");
        byte[] bytes =
                (start + piece.repeat(SIZE / piece.length())).getBytes(StandardCharsets.UTF_8);
        Linter linter = new Linter(Rules.all(), List.of(), LocalDate.EPOCH);
        LintReport report = linter.lint("Dockerfile", Dockerfile.parse(bytes));
        assertThat(new Fixer(linter).fix(report).report().findings())
                .hasSizeLessThanOrEqualTo(report.findings().size());
    }
}
