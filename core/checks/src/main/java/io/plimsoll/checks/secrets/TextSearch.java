package io.plimsoll.checks.secrets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Searches texts for secrets, as their bytes come, in a buffer of fixed size. For one thread.
public final class TextSearch {
    private static final int BUFFER = 64 * 1024;

    /// Secrets of one text that are told; more of them say nothing new.
    private static final int MOST_HITS = 50;

    /// Keywords of one text whose surroundings are looked at, a microsecond each: a text of nothing
    /// but keywords must not take longer than its size allows.
    private static final int MOST_ATTEMPTS = 200_000;

    private final SecretDetector detector;
    private final char[] next;
    private final byte[] classes;
    private final int outputs;
    private final byte[] buffer = new byte[BUFFER];
    private final List<SecretHit> hits = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int filled;
    private int scanned;
    private int state;
    private long line;
    private int attempts;

    TextSearch(SecretDetector detector) {
        this.detector = detector;
        this.next = detector.automaton().next();
        this.classes = detector.automaton().classes();
        this.outputs = detector.automaton().outputs();
        reset();
    }

    /// Takes the next bytes of the text.
    public void feed(byte[] bytes, int offset, int length) {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == buffer.length) {
                scan(filled - SecretDetector.AFTER);
                shift();
            }
            int count = Math.min(left, buffer.length - filled);
            System.arraycopy(bytes, at, buffer, filled, count);
            filled += count;
            at += count;
            left -= count;
        }
    }

    /// What was found in a text.
    ///
    /// @param hits in the order of the text
    /// @param cut whether some of it was passed over because it holds too many keywords
    public record Found(List<SecretHit> hits, boolean cut) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /// Ends the text. The next one may begin.
    public Found finish() {
        scan(filled);
        Found found = new Found(hits, attempts >= MOST_ATTEMPTS);
        reset();
        return found;
    }

    private void reset() {
        filled = 0;
        scanned = 0;
        state = detector.automaton().start();
        line = 1;
        attempts = 0;
        hits.clear();
        seen.clear();
    }

    /// Keeps what may be needed before a keyword that ends later.
    private void shift() {
        int keep = Math.max(0, scanned - 2 * SecretDetector.BEFORE);
        System.arraycopy(buffer, keep, buffer, 0, filled - keep);
        filled -= keep;
        scanned -= keep;
    }

    private void scan(int to) {
        int at = scanned;
        int now = state;
        while (at < to) {
            now = next[(now << Keywords.CLASS_BITS) | classes[buffer[at++] & 0xff]];
            if (now < outputs) {
                if (now == Keywords.NEW_LINE) {
                    line++;
                } else {
                    found(now, at);
                }
            }
        }
        scanned = at;
        state = now;
    }

    private void found(int output, int end) {
        for (int keyword : detector.automaton().found(output)) {
            if (attempts >= MOST_ATTEMPTS || hits.size() >= MOST_HITS) {
                return;
            }
            attempts++;
            detector.match(keyword, buffer, end, filled).ifPresent(this::hit);
        }
    }

    /// The same secret twice is told once; of keys, which begin alike, those at other lines are others.
    private void hit(SecretDetector.Match match) {
        String place = match.isHeader() ? " " + line : "";
        if (seen.add(match.rule() + match.secret() + place)) {
            hits.add(new SecretHit(match.rule(), line, match.shown()));
        }
    }
}
