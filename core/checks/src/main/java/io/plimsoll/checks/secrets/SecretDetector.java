package io.plimsoll.checks.secrets;

import io.plimsoll.model.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/// The rules and the automaton of their keywords. Immutable; a {@link TextSearch} of it searches one
/// text at a time.
public final class SecretDetector {
    /// Part of the key of whatever is kept of a search: grows with each change of the rules or of how
    /// they are applied.
    public static final int REVISION = 1;

    /// Bytes before a keyword in which its secret may begin; Azure DevOps has 76 before its mark.
    static final int BEFORE = 100;

    /// Bytes behind a keyword in which its secret ends, or as much of it as its pattern wants.
    static final int AFTER = 400;

    private static final int SHOWN = 4;

    /// The first line of a private key, which says what it is and nothing of the key.
    private static final String HEADER = "-----BEGIN ";

    private final List<SecretRule> rules;
    private final Map<String, SecretRule> byId = new HashMap<>();
    private final List<SecretRule> ruleOf = new ArrayList<>();
    private final List<byte[]> keywords = new ArrayList<>();
    private final Keywords automaton;

    private SecretDetector(List<SecretRule> rules) {
        this.rules = List.copyOf(rules);
        List<String> words = new ArrayList<>();
        for (SecretRule rule : rules) {
            byId.put(rule.id(), rule);
            for (String keyword : rule.keywords()) {
                words.add(keyword);
                ruleOf.add(rule);
                keywords.add(keyword.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        automaton = new Keywords(words);
    }

    /// The detector with the rules that ship inside.
    public static SecretDetector standard() {
        return new SecretDetector(SecretRules.load());
    }

    /// A search through one text after another.
    public TextSearch search() {
        return new TextSearch(this);
    }

    /// The secrets of a short text.
    public List<SecretHit> in(String text) {
        TextSearch search = search();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        search.feed(bytes, 0, bytes.length);
        return search.finish().hits();
    }

    /// The ids of all rules, in the order of their table.
    public List<String> ids() {
        return rules.stream().map(SecretRule::id).toList();
    }

    /// What a rule finds, for messages.
    public String title(String rule) {
        SecretRule found = byId.get(rule);
        return found == null ? rule : found.title();
    }

    public Severity severity(String rule) {
        SecretRule found = byId.get(rule);
        return found == null ? Severity.MEDIUM : found.severity();
    }

    Keywords automaton() {
        return automaton;
    }

    /// The secret around a keyword.
    ///
    /// @param keyword its index
    /// @param bytes that hold the text
    /// @param end behind the keyword
    /// @param limit behind the text
    Optional<Match> match(int keyword, byte[] bytes, int end, int limit) {
        SecretRule rule = ruleOf.get(keyword);
        byte[] word = keywords.get(keyword);
        int start = end - word.length;
        if (!rule.anyCase() && !isAt(word, bytes, start)) {
            return Optional.empty();
        }
        int from = Math.max(0, start - BEFORE);
        int to = Math.min(limit, end + AFTER);
        String window = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return match(rule, window, start - from);
    }

    private static Optional<Match> match(SecretRule rule, String window, int keyword) {
        Matcher matcher = rule.pattern().matcher(window);
        while (matcher.find() && matcher.start() <= keyword) {
            if (matcher.end() <= keyword) {
                continue;
            }
            String secret = matcher.group(matcher.groupCount() == 0 ? 0 : 1);
            return Plausible.is(secret, rule.entropy())
                    ? Optional.of(new Match(rule.id(), secret))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isAt(byte[] word, byte[] bytes, int start) {
        for (int i = 0; i < word.length; i++) {
            if (bytes[start + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// A rule and the text that it takes for a secret, which leaves this room masked alone.
    record Match(String rule, String secret) {
        /// The beginning, at most a quarter of it, and how long it is: enough to find it again, too
        /// little to use it.
        String shown() {
            if (secret.startsWith(HEADER)) {
                return secret;
            }
            int first = Math.min(SHOWN, secret.length() / 4);
            return secret.substring(0, first) + "… (" + secret.length() + " characters)";
        }
    }
}
