package io.plimsoll.checks.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretVariableTest {
    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, hunter2, true",
        "npm.token, abcd, true",
        "API-KEY, abcd, true",
        "GPG_KEY, 0123ABCD, false",
        "SECRET_NAME, app, false",
        "TOKEN, true, false",
        "PASSWORD, $OTHER, false",
        "PASSWORD, /run/secrets/x, false",
        "MONKEY, abcd, false",
    })
    void aNameAndAValueTell(String name, String value, boolean expected) {
        assertThat(SecretVariable.is(name, value)).isEqualTo(expected);
    }

    @Test
    void linesOfAFileAreRead() {
        String file = "A_TOKEN=abcdefg\n export B_TOKEN = 'hijklmn' # x\nC_TOKEN=\n# D_TOKEN=opq\n";
        assertThat(in(file, List.of()))
                .extracting(each -> each.line() + " " + each.shown())
                .containsExactly("1 A_TOKEN a… (7 characters)", "2 B_TOKEN h… (7 characters)");
    }

    @Test
    void whatARuleFoundIsNotToldAgain() {
        List<SecretHit> found = List.of(new SecretHit("github-token", 1, "ghp_…"));
        assertThat(in("A_TOKEN=abcdefg\n", found)).isEmpty();
    }

    private static List<SecretHit> in(String file, List<SecretHit> found) {
        return SecretVariable.in(file.getBytes(StandardCharsets.UTF_8), found);
    }
}
