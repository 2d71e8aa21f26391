package io.plimsoll.lint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Span;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ScriptReaderTest {
    @Test
    void operatorsLinkCommands() {
        assertThat(read("a && b || c; d & e | f |& g\nh"))
                .containsExactly(
                        "a AND",
                        "b OR",
                        "c SEQUENCE",
                        "d BACKGROUND",
                        "e PIPE",
                        "f PIPE",
                        "g SEQUENCE",
                        "h END");
    }

    @Test
    void quotesAndEscapesJoinWords() {
        assertThat(read("echo 'a b'\"c d\"\\ e \"x && y\""))
                .containsExactly("echo|a bc d e|x && y END");
    }

    @Test
    void whatIsReplacedStaysAndIsNoLiteral() {
        Script script = script("install $A \"${B:-c d}\" `e` $((1 + (2))) $ 'x'$");
        Command command = script.commands().getFirst();
        assertThat(command.words())
                .extracting(ShellWord::text)
                .containsExactly("install", "$A", "${B:-c d}", "`e`", "$((1 + (2)))", "$", "x$");
        assertThat(command.words())
                .extracting(ShellWord::isLiteral)
                .containsExactly(true, false, false, false, false, true, true);
    }

    @Test
    void substitutionsAndSubshellsAreReadToo() {
        assertThat(read("a $(b c | d) && (e; f) && diff <(g) h"))
                .containsExactly(
                        "b|c PIPE",
                        "d END",
                        "a|$(b c | d) AND",
                        "e SEQUENCE",
                        "f END",
                        "g END",
                        "diff|<(g)|h END");
        assertThat(script("(a; (b)); c").commands())
                .extracting(Command::depth)
                .containsExactly(1, 2, 0);
    }

    @Test
    void assignmentsStandBeforeTheProgram() {
        Command command = script("A=b C+=\"d e\" env F=g").commands().getFirst();
        assertThat(command.assignments())
                .extracting(ShellWord::text)
                .containsExactly("A=b", "C+=d e");
        assertThat(command.words()).extracting(ShellWord::text).containsExactly("env", "F=g");
    }

    @Test
    void redirectionsAreNoArguments() {
        Command command = script("a >b 2>&1 <c &>d b2>e").commands().getFirst();
        assertThat(command.words()).extracting(ShellWord::text).containsExactly("a", "b2");
        assertThat(command.redirections())
                .extracting(each -> each.operator() + each.target().text())
                .containsExactly(">b", "2>&1", "<c", "&>d", ">e");
    }

    @Test
    void compoundCommandsAreTheirParts() {
        assertThat(read("if a; then b; elif ! c; then d; else e; fi; while f; do g; done > h"))
                .containsExactly(
                        "a SEQUENCE",
                        "b SEQUENCE",
                        "c SEQUENCE",
                        "d SEQUENCE",
                        "e SEQUENCE",
                        "f SEQUENCE",
                        "g SEQUENCE",
                        " END");
        assertThat(read("for x in a b c; do echo $x; done; f() { g; }; function h { i; }"))
                .containsExactly("echo|$x SEQUENCE", "g SEQUENCE", "i SEQUENCE");
        assertThat(read("case $x in a|b) c;; (d) e; f ;;\n *) g ;; esac && h"))
                .containsExactly("c SEQUENCE", "e SEQUENCE", "f SEQUENCE", "g SEQUENCE", "h END");
        assertThat(read("[[ -f a && ( b < c ) ]] && d; ((x > 1)) || e"))
                .containsExactly("d SEQUENCE", "e END");
    }

    @Test
    void heredocsAndCommentsAreNoCommands() {
        assertThat(read("cat <<EOF >x # comment\napt-get install y\nEOF\nb # c\n# d\ne#f"))
                .containsExactly("cat SEQUENCE", "b SEQUENCE", "e#f END");
    }

    @Test
    void linesContinue() {
        assertThat(read("a \\\n  b\\\nc && \\\n d")).containsExactly("a|bc AND", "d END");
    }

    @Test
    void wordsKnowTheirPlace() {
        String text = "a  'b c' d";
        List<ShellWord> words = script(text).commands().getFirst().words();
        assertThat(words)
                .extracting(each -> text.substring(each.span().start(), each.span().end()))
                .containsExactly("a", "'b c'", "d");
        assertThat(words).extracting(ShellWord::isBare).containsExactly(true, false, true);
    }

    @Test
    void whatCannotBeReadIsMarkedAndTheCommandsBeforeStay() {
        for (String bad :
                List.of(
                        "a; b 'c",
                        "a; b \"c",
                        "a; (b",
                        "a; b )",
                        "a; b ${c",
                        "a; b <<X\nc",
                        "a; case x",
                        "a; b >")) {
            Script script = script(bad);
            assertThat(script.isComplete()).as(bad).isFalse();
            assertThat(script.commands().getFirst().words().getFirst().text())
                    .as(bad)
                    .isEqualTo("a");
        }
        assertThat(script("(".repeat(100_000)).isComplete()).isFalse();
        assertThat(script("$(".repeat(100_000)).isComplete()).isFalse();
        assertThat(script("a\\").isComplete()).isTrue();
    }

    @Test
    void nothingMakesItThrowOrHang() {
        String alphabet = "ab =$(){}[]<>|&;'\"`\\\n#-!case in esac do done [[ ]] <<E";
        Random random = new Random(7);
        int complete = 0;
        for (int i = 0; i < 20_000; i++) {
            String text =
                    random.ints(random.nextInt(40), 0, alphabet.length())
                            .mapToObj(at -> "" + alphabet.charAt(at))
                            .collect(Collectors.joining());
            complete += script(text).isComplete() ? 1 : 0;
        }
        assertThat(complete).isBetween(1_000, 19_000);
    }

    private static List<String> read(String text) {
        Script script = script(text);
        assertThat(script.isComplete()).as(text).isTrue();
        return script.commands().stream()
                .map(command ->
                        command.words().stream()
                                        .map(ShellWord::text)
                                        .collect(Collectors.joining("|"))
                                + " "
                                + command.after())
                .toList();
    }

    private static Script script(String text) {
        return ScriptReader.read(text, (from, to) -> new Span(from, to, 1, from + 1));
    }
}
