package io.plimsoll.dockerfile;

import static io.plimsoll.dockerfile.Files.parse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SyntaxProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "FROM|1|FROM takes an image",
                "FROM a b|1|FROM takes an image",
                "FROM a AS 1b|11|is no name of a stage",
                "RUNN x|1|'RUNN' is no instruction",
                "COPY a|1|needs a source and a destination",
                "COPY --fro=x a b|6|is no flag of COPY",
                "COPY --from a b|6|needs a value",
                "COPY --link=maybe a b|6|true or false",
                "COPY --from=a --from=b c d|15|comes twice",
                "COPY a <<E|8|a heredoc is no destination",
                "ENV|1|needs an argument",
                "ENV a|5|needs a name and a value",
                "ENV a=1 b|9|has no '='",
                "ENV =1|5|a name is empty",
                "ARG =1|5|a name is empty",
                "ONBUILD FROM a|9|cannot stand behind ONBUILD",
                "ONBUILD ONBUILD RUN a|9|cannot stand behind ONBUILD",
                "HEALTHCHECK --interval=5 CMD x|13|is no time",
                "HEALTHCHECK CMD|1|needs a command",
                "HEALTHCHECK NOPE|13|is neither CMD nor NONE",
                "SHELL sh -c|1|takes a JSON array",
                "VOLUME|1|needs an argument",
                "USER|1|needs one argument",
                "RUN --network=fake x|5|is none of default",
                "RUN --mount=from=$x y|5|name a stage instead",
                "RUN --mount= y|5|is no list of options",
                "RUN --mount=a\\\"b y|5|is no list of options",
                "RUN --mount='\"a\"b' y|5|is no list of options"
            })
    void whatABuilderRefusesIsAProblemInItsPlace(String line, int column, String message) {
        Dockerfile file = parse("FROM a\n" + line + "\n");
        assertThat(file.problems())
                .anySatisfy(each -> {
                    assertThat(each.message()).contains(message);
                    assertThat(each.span().line()).isEqualTo(2);
                    assertThat(each.span().column()).isEqualTo(column);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN",
                "RUN --mount='type=cache,\"target=/a,b\",\"id=\"\"x\"\"\"' y",
                "CMD",
                "COPY --exclude=a --exclude=b c d",
                "ADD --keep-git-dir=false a b",
                "HEALTHCHECK --interval=1m30s --retries=3 CMD x",
                "HEALTHCHECK NONE",
                "ONBUILD RUN --mount=type=cache,target=/x y",
                "VOLUME [\"/a\"]",
                "ENV a b",
                "FROM b as c"
            })
    void theseAreFine(String line) {
        assertThat(parse("FROM a\n" + line + "\n").problems()).isEmpty();
    }

    @Test
    void whatStandsBeforeTheFirstFromIsAProblem() {
        assertThat(parse("RUN x\nFROM a\n").problems()).hasSize(1);
        assertThat(parse("ARG x\nFROM a\n").problems()).isEmpty();
        assertThat(parse("# nothing\n").problems()).hasSize(1);
    }

    @Test
    void directivesThatDoNotHoldAreProblems() {
        assertThat(parse("# escape=x\nFROM a\n").problems()).hasSize(1);
        assertThat(parse("# escape=`\n# escape=`\nFROM a\n").problems()).hasSize(1);
    }

    @Test
    void aProblemOfAReportNamesFileLineAndColumn() {
        assertThat(parse("FROM a\nRUNN x\n").problems().getFirst().of("Dockerfile"))
                .satisfies(each -> {
                    assertThat(each.path()).isEqualTo("Dockerfile");
                    assertThat(each.reason())
                            .isEqualTo("line 2, column 1: 'RUNN' is no instruction");
                });
    }
}
