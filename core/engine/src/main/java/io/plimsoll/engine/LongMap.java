package io.plimsoll.engine;

import java.util.Arrays;

/// Hashes of paths to small numbers, 12 bytes an entry. Open addressing; grows at half load.
final class LongMap {
    static final int ABSENT = -1;

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    LongMap() {
        Arrays.fill(values, ABSENT);
    }

    /// Sets a value, not negative; the first value of a key stays.
    void putIfAbsent(long key, int value) {
        int slot = slot(key);
        if (values[slot] != ABSENT) {
            return;
        }
        keys[slot] = key;
        values[slot] = value;
        size++;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    /// The value, or {@link #ABSENT}.
    int get(long key) {
        return values[slot(key)];
    }

    boolean contains(long key) {
        return get(key) != ABSENT;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        Arrays.fill(values, ABSENT);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
