package io.plimsoll.model;

import java.util.Arrays;

/// Hashes of paths to small numbers, 12 bytes an entry. Open addressing; grows at half load.
public final class LongMap {
    public static final int ABSENT = -1;

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    public LongMap() {
        Arrays.fill(values, ABSENT);
    }

    /// Sets a value, not negative; the first value of a key stays.
    public void putIfAbsent(long key, int value) {
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

    /// Sets a value, not negative, in place of what is there.
    public void put(long key, int value) {
        putIfAbsent(key, value);
        values[slot(key)] = value;
    }

    /// The value, or {@link #ABSENT}.
    public int get(long key) {
        return values[slot(key)];
    }

    public boolean contains(long key) {
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
