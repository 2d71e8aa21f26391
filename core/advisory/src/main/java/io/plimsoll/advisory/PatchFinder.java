package io.plimsoll.advisory;

import java.util.Arrays;

/// Finds out how new bytes can be told by old ones: as runs that lie beside a run of old bytes, equal
/// to it or nearly so, and as runs that are told as they are.
///
/// Beside what a change inserts, it moves numbers by one and blocks by some bytes; therefore a run goes
/// on over single bytes that differ, and where it ends the places near by are looked at first.
final class PatchFinder {
    /// Takes the runs in their order.
    interface Runs {
        /// A run that lies beside old bytes.
        ///
        /// @param start in the new bytes
        /// @param shift to the old bytes beside them
        void beside(int start, int length, int shift);

        void told(int start, int length);
    }

    /// Bytes by which a place is judged.
    private static final int WINDOW = 32;

    /// Of a window, so many equal bytes let a run go on, begin one, or make another place better.
    private static final int GOES_ON = 22;

    private static final int BEGINS = 20;
    private static final int BETTER_BY = 6;
    private static final int NEAR = 48;
    private static final int SEED = 8;
    private static final int SEED_STEP = 4;
    private static final int CANDIDATES = 24;
    private static final int NONE = Integer.MIN_VALUE;

    private final byte[] old;
    private final byte[] now;
    private final int[] heads;
    private final int[] next;
    private int start;
    private int shift;
    private int lastKnown;

    PatchFinder(byte[] old, byte[] now) {
        this.old = old;
        this.now = now;
        int slots = Math.max(16, Integer.highestOneBit(old.length / SEED_STEP + 1) * 2);
        this.heads = new int[slots];
        this.next = new int[old.length / SEED_STEP + 1];
        Arrays.fill(heads, -1);
        for (int at = 0; at + SEED <= old.length; at += SEED_STEP) {
            int slot = slot(old, at);
            next[at / SEED_STEP] = heads[slot];
            heads[slot] = at;
        }
    }

    void find(Runs runs) {
        int at = 0;
        while (at < now.length) {
            if (isEqual(at, shift)) {
                at++;
                continue;
            }
            int staying = score(at, shift);
            if (staying >= GOES_ON) {
                at++;
                continue;
            }
            int best = bestShift(at);
            int found = score(at, best);
            if (found >= BEGINS && found >= staying + BETTER_BY) {
                int from = backTo(at, best);
                end(from, runs);
                shift = best;
                at = from;
            } else if (shift != NONE && staying < WINDOW / 4) {
                end(at, runs);
                shift = NONE;
            }
            at++;
        }
        end(now.length, runs);
    }

    private void end(int at, Runs runs) {
        if (at > start) {
            if (shift == NONE) {
                runs.told(start, at - start);
            } else {
                runs.beside(start, at - start, shift);
            }
        }
        start = at;
    }

    /// How far back a run at another place holds before the place where it was found.
    private int backTo(int at, int best) {
        int from = at;
        while (from > start && isEqual(from - 1, best) && !isEqual(from - 1, shift)) {
            from--;
        }
        return from;
    }

    private int bestShift(int at) {
        int best = NONE;
        int most = 0;
        int around = shift == NONE ? lastKnown : shift;
        for (int distance = 0; distance <= NEAR; distance++) {
            for (int each : new int[] {around + distance, around - distance}) {
                int score = score(at, each);
                if (score > most) {
                    most = score;
                    best = each;
                }
            }
        }
        if (most < WINDOW - 2 && at + SEED <= now.length) {
            int candidate = heads[slot(now, at)];
            for (int i = 0; i < CANDIDATES && candidate >= 0; i++) {
                int score = score(at, candidate - at);
                if (score > most) {
                    most = score;
                    best = candidate - at;
                }
                candidate = next[candidate / SEED_STEP];
            }
        }
        if (best != NONE) {
            lastKnown = best;
        }
        return best;
    }

    private int score(int at, int by) {
        int score = 0;
        if (by != NONE) {
            int end = Math.min(now.length, at + WINDOW);
            for (int i = at; i < end; i++) {
                if (isEqual(i, by)) {
                    score++;
                }
            }
        }
        return score;
    }

    private boolean isEqual(int at, int by) {
        if (by == NONE) {
            return false;
        }
        int there = at + by;
        return there >= 0 && there < old.length && old[there] == now[at];
    }

    private int slot(byte[] bytes, int at) {
        long seed = 0;
        for (int i = 0; i < SEED; i++) {
            seed = seed << 8 | (bytes[at + i] & 0xff);
        }
        long mixed = seed * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (heads.length - 1);
    }
}
