package io.plimsoll.checks.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells by its name, and by what its value cannot be, whether a variable holds a secret.
public final class SecretVariable {
    /// In place of a rule's id, where the name of a variable is all that tells.
    public static final String RULE = "secret-variable";

    static final String TITLE = "a variable that is called a secret:";

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
                    "mode",
                    "expiry",
                    "expires",
                    "timeout",
                    "header",
                    "prefix",
                    "issuer");

    /// Values that switch something on or off, or say that there is nothing.
    private static final Set<String> NO_SECRET =
            Set.of("", "true", "false", "yes", "no", "on", "off", "none", "null", "0", "1");

    private static final Pattern LINE =
            Pattern.compile(
                    "\\s{0,8}(?:export\\s{1,4})?([A-Za-z_][A-Za-z0-9_.-]{0,99})\\s{0,2}=\\s{0,2}"
                            + "([\"']?)([^\\s\"'#]{4,300})\\2\\s{0,8}(?:#.{0,200})?");

    private static final Set<String> EXAMPLES =
            Set.of("example", "sample", "template", "dist", "defaults");

    private static final int MOST_LINES = 10_000;

    private SecretVariable() {}

    /// Whether a variable of this name with this value holds a secret. A reference to another variable
    /// and a path are none.
    public static boolean is(String name, String value) {
        List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("[_.-]", -1));
        return parts.stream().anyMatch(SECRET::contains)
                && parts.stream().noneMatch(HARMLESS::contains)
                && !NO_SECRET.contains(value.toLowerCase(Locale.ROOT))
                && !value.startsWith("/")
                && !value.startsWith("$")
                && !value.startsWith("file:");
    }

    /// Whether a file is one of variables, by its name: `.env`, `.env.production`, but no example.
    public static boolean isFileOfThem(String name) {
        return name.equals(".env")
                || (name.startsWith(".env.") && !EXAMPLES.contains(name.substring(5)));
    }

    /// The secrets among the lines `NAME=value` of a file.
    ///
    /// @param found those that rules found, whose lines are told already
    public static List<SecretHit> in(byte[] file, List<SecretHit> found) {
        List<SecretHit> hits = new ArrayList<>();
        List<String> lines =
                new String(file, StandardCharsets.UTF_8).lines().limit(MOST_LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            long number = i + 1L;
            Matcher line = LINE.matcher(lines.get(i));
            if (line.matches()
                    && is(line.group(1), line.group(3))
                    && Plausible.is(line.group(3), 0)
                    && !line.group(3).startsWith("<")
                    && found.stream().noneMatch(each -> each.line() == number)) {
                String shown = new SecretDetector.Match(RULE, line.group(3)).shown();
                hits.add(new SecretHit(RULE, number, line.group(1) + " " + shown));
            }
        }
        return hits;
    }
}
