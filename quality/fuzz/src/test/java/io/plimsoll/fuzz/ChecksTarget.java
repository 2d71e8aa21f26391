package io.plimsoll.fuzz;

import io.plimsoll.checks.facts.AccountFile;
import io.plimsoll.checks.secrets.SecretDetector;
import io.plimsoll.checks.secrets.SecretHit;
import io.plimsoll.checks.secrets.SecretVariable;
import io.plimsoll.checks.secrets.TextSearch;
import java.util.List;

/// What checks read: texts, in which the same secrets are found however their bytes come, and files of
/// accounts.
final class ChecksTarget {
    private static final SecretDetector DETECTOR = SecretDetector.standard();
    private static final int LONGEST_SHOWN = 60;

    private ChecksTarget() {}

    static void secrets(byte[] input) {
        List<SecretHit> whole = found(input, Math.max(1, input.length));
        for (int chunk : new int[] {1, 61, 4096}) {
            FuzzTarget.require(whole.equals(found(input, chunk)), "chunks of " + chunk);
        }
        for (SecretHit hit : SecretVariable.in(input, whole)) {
            FuzzTarget.require(hit.shown().length() <= 3 * LONGEST_SHOWN, "shown: " + hit.shown());
        }
        for (SecretHit hit : whole) {
            FuzzTarget.require(hit.shown().length() <= LONGEST_SHOWN, "shown: " + hit.shown());
            FuzzTarget.require(hit.line() >= 1, "line " + hit.line());
            FuzzTarget.require(DETECTOR.ids().contains(hit.rule()), hit.rule());
        }
    }

    private static List<SecretHit> found(byte[] text, int chunk) {
        TextSearch search = DETECTOR.search();
        for (int at = 0; at < text.length; at += chunk) {
            search.feed(text, at, Math.min(chunk, text.length - at));
        }
        return search.finish().hits();
    }

    static void accounts(byte[] input) {
        for (String path : List.of(AccountFile.PASSWD, AccountFile.SHADOW, AccountFile.GROUP)) {
            AccountFile file = AccountFile.read(path, input);
            FuzzTarget.require(
                    file.accounts().stream().noneMatch(each -> each.name().isEmpty()),
                    "an account without a name");
        }
    }

    /// Texts with what keywords and patterns are about, put together so that none looks like a secret.
    static List<String> seeds(String target) {
        return switch (target) {
            case "secrets" ->
                    List.of(
                            "a\nDB_PASSWORD = 'hunter2' # x\nTOKEN=ghp"
                                    + "_"
                                    + "aB3".repeat(12)
                                    + "\n",
                            "-----BEGIN " + "PRIVATE KEY-----\n" + "Qx7/".repeat(32) + "\n",
                            "AKIA" + "QZ7XT2WVK4NBR5LD" + " hvs." + "x9K".repeat(40),
                            "postgres://app:" + "s3cr3tpassw0rd" + "@db.internal/x");
            case "accounts" ->
                    List.of(
                            "root:x:0:0:root:/root:/bin/sh\napp::1:1::/:\n+nis\n#x\n:::\n",
                            "root:*:19000:0:99999:7:::\napp::1::::\n");
            default -> List.of();
        };
    }
}
