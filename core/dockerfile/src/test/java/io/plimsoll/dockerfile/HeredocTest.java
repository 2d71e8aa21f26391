package io.plimsoll.dockerfile;

import static io.plimsoll.dockerfile.Files.one;
import static io.plimsoll.dockerfile.Files.parse;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeredocTest {
    @Test
    void aDocumentEndsAtItsName() {
        Dockerfile file = parse("RUN <<EOF\na\n EOF\nEOF\nRUN b\n");
        Heredoc heredoc = file.instructions().getFirst().heredocs().getFirst();
        assertThat(heredoc.content()).isEqualTo("a\n EOF\n");
        assertThat(heredoc.expand()).isTrue();
        assertThat(file.text(heredoc.span())).isEqualTo("a\n EOF\n");
        assertThat(file.text(heredoc.end())).isEqualTo("EOF");
        assertThat(file.instructions()).hasSize(2);
        assertThat(file.instructions().getFirst().endLine()).isEqualTo(4);
    }

    @Test
    void severalDocumentsFollowOneAnother() {
        Instruction copy = one("COPY <<-A 3<<'B' /x/\n\ta\n\tA\nb $x\nB\n");
        assertThat(copy.heredocs()).extracting(Heredoc::name).containsExactly("A", "B");
        assertThat(copy.heredocs()).extracting(Heredoc::content).containsExactly("\ta\n", "b $x\n");
        assertThat(copy.heredocs()).extracting(Heredoc::chomp).containsExactly(true, false);
        assertThat(copy.heredocs()).extracting(Heredoc::expand).containsExactly(true, false);
        assertThat(copy.heredocs().getLast().fileDescriptor()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN echo '<<EOF'",
                "RUN echo \"x<<EOF\"",
                "RUN echo a<<EOF",
                "RUN cat <<<EOF",
                "RUN [\"a\", \"<<EOF\"]",
                "RUN it's <<EOF",
                "ENV a=<<EOF",
                "RUN <<''"
            })
    void theseAnnounceNothing(String text) {
        assertThat(one(text).heredocs()).isEmpty();
    }

    @Test
    void aTriggerCanHaveADocument() {
        assertThat(one("ONBUILD RUN <<E\nx\nE\n").heredocs()).hasSize(1);
    }

    @Test
    void aDocumentWithoutAnEndIsAProblemAndTheRestOfTheFile() {
        Dockerfile file = parse("FROM a\nRUN <<EOF\nx\nRUN y\n");
        assertThat(file.instructions().getLast().heredocs().getFirst().content())
                .isEqualTo("x\nRUN y\n");
        assertThat(file.problems())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.message()).contains("'EOF'");
                    assertThat(each.span().line()).isEqualTo(2);
                });
    }
}
