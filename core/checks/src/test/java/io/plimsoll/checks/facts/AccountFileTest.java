package io.plimsoll.checks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccountFileTest {
    @Test
    void fieldsOfAPasswdAreRead() {
        assertThat(read(AccountFile.PASSWD, "root:x:0:0:root:/root:/bin/sh\napp::1000:5::/:\n"))
                .containsExactly(
                        new Account("root", 0, Account.Password.ELSEWHERE, "/bin/sh"),
                        new Account("app", 1000, Account.Password.EMPTY, ""));
    }

    @Test
    void passwordsAreToldApartAndNotKept() {
        assertThat(read(AccountFile.SHADOW, "a:*:1::::::\nb:!:1\nc:$6$x$y:1\nd::1\ne:!!:1\n"))
                .extracting(Account::password)
                .containsExactly(
                        Account.Password.LOCKED,
                        Account.Password.LOCKED,
                        Account.Password.SET,
                        Account.Password.EMPTY,
                        Account.Password.LOCKED);
        assertThat(read(AccountFile.SHADOW, "c:$6$salt$hash:1\n").toString())
                .doesNotContain("salt", "hash");
    }

    @Test
    void linesThatAreNoAccountsArePassedOver() {
        assertThat(read(AccountFile.GROUP, "# x:y\n+::::\n-a:x\n\nnonsense\n:x:1\ng:x:5:a,b"))
                .containsExactly(new Account("g", 5, Account.Password.ELSEWHERE, ""));
    }

    @Test
    void idsThatAreNoNumbersAreNone() {
        assertThat(read(AccountFile.PASSWD, "a:x:-1:0\nb:x:99999999999999999999:0\nc:x\n"))
                .extracting(Account::id)
                .containsOnly(-1L);
    }

    private static List<Account> read(String path, String text) {
        return AccountFile.read(path, text.getBytes(StandardCharsets.UTF_8)).accounts();
    }
}
