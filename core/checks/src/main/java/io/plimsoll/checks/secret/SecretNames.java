package io.plimsoll.checks.secret;

import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.secrets.SecretHit;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells by names and values which variables hold secrets.
final class SecretNames {
    private static final Set<String> SECRET =
            Set.of(
                    "apikey",
                    "accesskey",
                    "auth",
                    "credential",
                    "credentials",
                    "key",
                    "passphrase",
                    "password",
                    "passwd",
                    "pwd",
                    "pword",
                    "secret",
                    "token");

    /// The secret lies elsewhere, or it is none.
    private static final Set<String> HARMLESS =
            Set.of(
                    "public",
                    "pub",
                    "gpg",
                    "file",
                    "path",
                    "dir",
                    "url",
                    "uri",
                    "name",
                    "config",
                    "type",
                    "id",
                    "server",
                    "ttl",
                    "algorithm",
                    "length",
                    "size",
                    "host",
                    "port",
                    "fingerprint",
                    "fingerprints",
                    "keys",
                    "keyring",
                    "method",
                    "enabled",
                    "mode");

    /// Values that switch something on or off, or say that there is nothing.
    private static final Set<String> NO_SECRET =
            Set.of("", "true", "false", "yes", "no", "on", "off", "none", "null", "0", "1");

    private SecretNames() {}

    /// What a variable holds, by its value or else by its name.
    ///
    /// @param where for messages: "the variable", "the label"
    static List<CheckFinding> of(
            String name, String value, String where, CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (SecretHit hit : image.detector().in(name + "=" + value)) {
            String title = image.detector().title(hit.rule());
            findings.add(
                    CheckFinding.of(
                                    image.detector().severity(hit.rule()),
                                    where + " " + name + " holds " + title + " " + hit.shown())
                            .by(hit.rule(), 0));
        }
        if (findings.isEmpty() && isSecret(name) && mayBeSecret(value)) {
            findings.add(
                    CheckFinding.of(
                            usual,
                            where
                                    + " "
                                    + name
                                    + " looks like a secret and has a value of "
                                    + value.length()
                                    + " characters"));
        }
        return findings;
    }

    private static boolean isSecret(String name) {
        List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("[_.-]", -1));
        return parts.stream().anyMatch(SECRET::contains)
                && parts.stream().noneMatch(HARMLESS::contains);
    }

    /// A reference to another variable and a path are no secrets.
    private static boolean mayBeSecret(String value) {
        return !NO_SECRET.contains(value.toLowerCase(Locale.ROOT))
                && !value.startsWith("/")
                && !value.startsWith("$")
                && !value.startsWith("file:");
    }
}
