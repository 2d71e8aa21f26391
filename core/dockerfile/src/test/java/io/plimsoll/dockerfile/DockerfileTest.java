package io.plimsoll.dockerfile;

import static io.plimsoll.dockerfile.Files.one;
import static io.plimsoll.dockerfile.Files.parse;
import static io.plimsoll.dockerfile.Files.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DockerfileTest {
    @Test
    void elementsFollowOneAnotherAndSayWhatTheyAre() {
        Dockerfile file =
                parse(
                        "# syntax=docker/dockerfile:1\n# a comment\n\n \nFROM alpine\n\tRUN a \\\n # c\n\n b\n");
        assertThat(file.elements())
                .extracting(each -> each.getClass().getSimpleName())
                .containsExactly("Directive", "Comment", "Blank", "Instruction", "Instruction");
        Instruction run = file.instructions().getLast();
        assertThat(run.logical()).isEqualTo("RUN a  b");
        assertThat(run.summary()).isEqualTo("RUN a b");
        assertThat(run.line()).isEqualTo(6);
        assertThat(run.endLine()).isEqualTo(9);
        assertThat(file.text(run.keywordSpan())).isEqualTo("RUN");
        assertThat(run.keywordSpan().column()).isEqualTo(2);
        assertThat(file.text(run.arguments().list().getFirst().span()))
                .isEqualTo("a \\\n # c\n\n b");
    }

    @Test
    void theEscapeDirectiveChangesWhatContinuesALine() {
        Dockerfile file = parse("# escape=`\nFROM a\nRUN dir C:\\ `\n  x\nRUN y\n");
        assertThat(file.escape()).isEqualTo('`');
        assertThat(file.instructions())
                .extracting(Instruction::logical)
                .containsExactly("FROM a", "RUN dir C:\\   x", "RUN y");
    }

    @Test
    void aDirectiveBehindACommentIsAComment() {
        Dockerfile file = parse("# hello\n# escape=`\nFROM a\n");
        assertThat(file.escape()).isEqualTo('\\');
        assertThat(file.elements().get(1)).isInstanceOf(Element.Comment.class);
    }

    @Test
    void twoEscapesContinueNothing() {
        assertThat(parse("FROM a\\\\\nRUN b\n").instructions()).hasSize(2);
    }

    @Test
    void windowsLineBreaksMarksAndMissingLineBreaksAreKept() {
        for (String text :
                List.of(
                        "\ufeffFROM a\r\nRUN b \\\r\n c\r\n",
                        "FROM a",
                        "FROM a\n\n",
                        "\n\n",
                        "",
                        "FROM a \\",
                        "\\\n",
                        "RUN <<EOF\nx")) {
            assertThat(new String(parse(text).print(), StandardCharsets.UTF_8)).isEqualTo(text);
        }
        assertThat(words(parse("\ufeffFROM a\r\nRUN b \\\r\n c\r\n").instructions().getLast()))
                .containsExactly("b  c");
    }

    @Test
    void bytesThatAreNoTextAreKept() {
        byte[] bytes = {'F', 'R', 'O', 'M', ' ', (byte) 0xff, (byte) 0xc3, '\n', (byte) 0x80};
        assertThat(Dockerfile.parse(bytes).print()).isEqualTo(bytes);
    }

    @Test
    void flagsAreReadWithTheirValues() {
        Dockerfile file = parse("COPY --from=build --chown=\"a b\" --link --  --x y\nRUN -- a");
        Instruction copy = file.instructions().getFirst();
        assertThat(copy.flags())
                .extracting(Flag::text)
                .containsExactly("--from=build", "--chown=a b", "--link");
        assertThat(copy.flag("--from")).contains("build");
        assertThat(copy.flag("--none")).isEmpty();
        assertThat(file.text(copy.flags().get(1).span())).isEqualTo("--chown=\"a b\"");
        assertThat(words(copy)).containsExactly("--x", "y");
    }

    @Test
    void jsonFormsAreToldFromShellForms() {
        assertThat(one("CMD [ \"a\", \"b\\u0041\\n\" ]").isJson()).isTrue();
        assertThat(words(one("CMD [ \"a\", \"b\\u0041\\n\" ]"))).containsExactly("a", "bA\n");
        assertThat(one("CMD ['a']").isJson()).isFalse();
        assertThat(words(one("RUN [ -f x ] && y"))).containsExactly("[ -f x ] && y");
        assertThat(words(one("COPY [\"a b\", \"c\"]"))).containsExactly("a b", "c");
        assertThat(words(one("COPY a  b\tc"))).containsExactly("a", "b", "c");
        assertThat(parse("CMD [\"a\", 1]").problems())
                .extracting(SyntaxProblem::message)
                .anyMatch(each -> each.contains("strings only"));
    }

    @Test
    void environmentsHaveTwoForms() {
        Instruction equal = one("ENV a=1 b=\"x y\" c=q\\ r");
        assertThat(words(equal)).containsExactly("a", "1", "b", "\"x y\"", "c", "q\\ r");
        assertThat(words(one("ENV a  b c=d"))).containsExactly("a", "b c=d");
    }

    @Test
    void aCheckHasATypeAndACommand() {
        Instruction check = one("HEALTHCHECK --interval=5s CMD [\"a\"]");
        assertThat(words(check)).containsExactly("CMD", "a");
        assertThat(check.isJson()).isTrue();
    }

    @Test
    void aTriggerHoldsItsInstruction() {
        Arguments.Trigger trigger =
                (Arguments.Trigger) one("ONBUILD COPY --from=x a b").arguments();
        assertThat(trigger.instruction().kind()).isEqualTo(InstructionKind.COPY);
        assertThat(trigger.instruction().flags()).hasSize(1);
        assertThat(trigger.instruction().summary()).isEqualTo("COPY --from=x a b");
    }

    @Test
    void stagesHaveNamesAndInstructions() {
        Dockerfile file =
                parse("ARG V=1\nfrom a:$V As Build\nRUN x\nFROM build\nCOPY --from=0 / /\n");
        assertThat(file.globalArguments()).hasSize(1);
        assertThat(file.stages()).hasSize(2);
        assertThat(file.stages().getFirst().name()).contains("build");
        assertThat(file.stages().getFirst().base().text()).isEqualTo("a:$V");
        assertThat(file.stages().getLast().instructions()).hasSize(1);
        assertThat(file.problems()).isEmpty();
    }
}
