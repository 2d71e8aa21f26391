package io.plimsoll.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.policy.subject.PolicyFormatException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each ends in an error, and soon.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
final class HostileYamlTest {
    @TempDir Path folder;

    @Test
    void aBillionLaughsAreRefusedAtTheFirst() {
        StringBuilder text = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        refused(text.toString(), "plimsoll.yaml:2:10: aliases (*a0) are not read");
    }

    @Test
    void anAliasOfItselfIsRefused() {
        refused("ignore: &a\n  - *a\n", "aliases");
    }

    @Test
    void mergeKeysAreNoWayAround() {
        refused("ignore:\n  - &r {id: C}\n  - {<<: *r}\n", "aliases");
    }

    @Test
    void tenMegabytesAreTooMany() {
        refused("# " + "x".repeat(10 * 1024 * 1024) + "\n", "more than 4194304 bytes");
    }

    @Test
    void deepNestingIsRefused() {
        refused("[".repeat(100_000), "more than 20 levels");
        refused("ignore: " + "{a: ".repeat(5_000), "more than 20 levels");
        refused("- ".repeat(5_000) + "x", "more than 20 levels");
    }

    @Test
    void manyNodesAreRefused() {
        refused("ignore: [" + "x,".repeat(300_000) + "]", "more than 200000 nodes");
    }

    @Test
    void aKeyStandsOnce() {
        refused(
                "ignore:\n  - id: A\n    reason: x\n    id: B\n",
                "plimsoll.yaml:4:5: 'id' stands here twice");
    }

    @Test
    void keysAreTexts() {
        refused("? [a, b]\n: c\n", "a key is a text");
    }

    @Test
    void tagsMakeNothing() {
        refused("ignore: !!javax.script.ScriptEngineManager [x]\n", "a rule is a mapping");
    }

    @Test
    void secondDocumentsAreNotPassedOver() {
        refused("ignore: []\n---\nignore: []\n", "a second document begins");
    }

    @Test
    void controlCharactersAreRefusedAndNotShown() {
        assertThatThrownBy(() -> policy("ignore: \u0007\n"))
                .isInstanceOf(PolicyFormatException.class)
                .message()
                .satisfies(message ->
                        org.assertj.core.api.Assertions.assertThat(message)
                                .doesNotContain("\u0007")
                                .doesNotContain("\n"));
    }

    private void refused(String text, String expected) {
        assertThatThrownBy(() -> policy(text))
                .isInstanceOf(PolicyFormatException.class)
                .hasMessageContaining(expected);
    }

    private void policy(String text) {
        new Files(folder).with("plimsoll.yaml", text);
    }
}
