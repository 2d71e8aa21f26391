package io.plimsoll.checks.secrets;

import io.plimsoll.model.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules and the automaton of their keywords. Immutable; a {@link TextSearch} of it searches one
/// text at a time.
public final class SecretDetector {
    /// Grows with each change of how rules are applied.
    private static final int REVISION = 1;

    /// Bytes before a keyword in which its secret may begin; Azure DevOps has 76 before its mark.
    static final int BEFORE = 100;

    /// Bytes behind a keyword in which its secret ends, or as much of it as its pattern wants.
    static final int AFTER = 400;

    private static final int SHOWN = 4;

    /// The first line of a private key, which says what it is and nothing of the key.
    private static final String HEADER = "-----BEGIN ";

    private final List<SecretRule> rules;
    private final Map<String, SecretRule> byId = new HashMap<>();
    private final List<Integer> ruleOf = new ArrayList<>();
    private final List<byte[]> keywords = new ArrayList<>();
    private final Keywords automaton;

    /// Compiled when first needed: most texts need few, and all of them take 50 ms of a cold JVM.
    private final AtomicReferenceArray<@Nullable Pattern> patterns;

    private SecretDetector(List<SecretRule> rules) {
        this.rules = List.copyOf(rules);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            SecretRule rule = rules.get(i);
            byId.put(rule.id(), rule);
            for (String keyword : rule.keywords()) {
                words.add(keyword);
                ruleOf.add(i);
                keywords.add(keyword.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        automaton = new Keywords(words);
        patterns = new AtomicReferenceArray<>(rules.size());
    }

    /// The detector with the rules that ship inside.
    public static SecretDetector standard() {
        return new SecretDetector(SecretRules.load());
    }

    /// Part of the key of whatever is kept of a search: another one for other rules.
    public String revision() {
        int hash = 0;
        for (SecretRule rule : rules) {
            for (String part : List.of(rule.id(), rule.pattern(), "" + rule.entropy())) {
                hash = hash * 31 + part.hashCode();
            }
            hash = hash * 31 + rule.keywords().hashCode();
        }
        return REVISION + "-" + Integer.toHexString(hash);
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

    /// What a rule, or {@link SecretVariable#RULE}, finds, for messages.
    public String title(String rule) {
        SecretRule found = byId.get(rule);
        return found == null ? SecretVariable.TITLE : found.title();
    }

    public Severity severity(String rule) {
        SecretRule found = byId.get(rule);
        return found == null ? Severity.HIGH : found.severity();
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
        int number = ruleOf.get(keyword);
        SecretRule rule = rules.get(number);
        byte[] word = keywords.get(keyword);
        int start = end - word.length;
        if (!rule.anyCase() && !isAt(word, bytes, start)) {
            return Optional.empty();
        }
        int from = Math.max(0, start - BEFORE);
        int to = Math.min(limit, end + AFTER);
        String window = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return match(rule, pattern(number).matcher(window), start - from);
    }

    private Pattern pattern(int number) {
        Pattern known = patterns.get(number);
        if (known == null) {
            known = Pattern.compile(rules.get(number).pattern());
            patterns.set(number, known);
        }
        return known;
    }

    private static Optional<Match> match(SecretRule rule, Matcher matcher, int keyword) {
        if (rule.atStart()) {
            // What stands before is looked at all the same.
            matcher.region(keyword, matcher.regionEnd()).useTransparentBounds(true);
            return matcher.lookingAt() ? plausible(rule, matcher) : Optional.empty();
        }
        while (matcher.find() && matcher.start() <= keyword) {
            if (matcher.end() <= keyword) {
                continue;
            }
            return plausible(rule, matcher);
        }
        return Optional.empty();
    }

    private static Optional<Match> plausible(SecretRule rule, Matcher matcher) {
        String secret = matcher.group(matcher.groupCount() == 0 ? 0 : 1);
        return Plausible.is(secret, rule.entropy())
                ? Optional.of(new Match(rule.id(), secret))
                : Optional.empty();
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
        /// Whether it is the first line of a key, not the key.
        boolean isHeader() {
            return secret.startsWith(HEADER);
        }

        /// The beginning, at most a quarter of it, and how long it is: enough to find it again, too
        /// little to use it.
        String shown() {
            if (isHeader()) {
                return secret;
            }
            int first = Math.min(SHOWN, secret.length() / 4);
            return secret.substring(0, first) + "… (" + secret.length() + " characters)";
        }
    }
}
