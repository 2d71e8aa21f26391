package io.plimsoll.checks.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Paths of everything in a layer and sizes of its files, in its order, about twenty bytes each: a path is written as
/// how many bytes it shares with the one before, and the rest.
public final class FileNames {
    /// Names that are kept of one layer, in bytes: beyond it, a layer is made of names alone.
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /// In place of the size of a folder.
    public static final long FOLDER = -1;

    private static final FileNames NONE = new FileNames(new byte[0], 0, true);

    private final byte[] data;
    private final int count;
    private final boolean complete;

    private FileNames(byte[] data, int count, boolean complete) {
        this.data = data;
        this.count = count;
        this.complete = complete;
    }

    /// Receives one entry.
    public interface Visitor {
        /// Takes an entry.
        ///
        /// @param size in bytes; 0 for links and devices, {@link #FOLDER} for a folder
        void entry(String path, long size);
    }

    public static FileNames none() {
        return NONE;
    }

    /// The names that {@link #data()} gave.
    ///
    /// @throws IllegalArgumentException if the bytes are damaged
    public static FileNames of(byte[] data, int count, boolean complete) {
        FileNames names = new FileNames(data.clone(), count, complete);
        names.forEach((path, size) -> {});
        return names;
    }

    public byte[] data() {
        return data.clone();
    }

    public int count() {
        return count;
    }

    /// Whether all entries of the layer are there, or only those that there was room for.
    public boolean complete() {
        return complete;
    }

    /// Tells all entries, in the order of the layer.
    ///
    /// @throws IllegalArgumentException if the bytes are damaged
    public void forEach(Visitor visitor) {
        Reader reader = new Reader();
        for (int i = 0; i < count; i++) {
            reader.next(visitor);
        }
    }

    private final class Reader {
        private byte[] path = new byte[256];
        private int at;

        void next(Visitor visitor) {
            int shared = Math.toIntExact(number());
            int rest = Math.toIntExact(number());
            if (shared < 0 || shared > path.length || rest < 0 || rest > data.length - at) {
                throw new IllegalArgumentException("damaged names at byte " + at);
            }
            int length = shared + rest;
            if (length > path.length) {
                path = Arrays.copyOf(path, length * 2);
            }
            System.arraycopy(data, at, path, shared, rest);
            at += rest;
            visitor.entry(new String(path, 0, length, StandardCharsets.UTF_8), number() - 1);
        }

        private long number() {
            long value = 0;
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                if (at >= data.length) {
                    break;
                }
                byte one = data[at++];
                value |= (long) (one & 0x7f) << shift;
                if (one >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("damaged names at byte " + at);
        }
    }

    /// Collects files.
    static final class Builder {
        private byte[] data = new byte[4096];
        private byte[] before = new byte[0];
        private int used;
        private int count;
        private boolean complete = true;

        void add(String path, long size) {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            if (used + name.length + 3 * 10 > MOST_BYTES) {
                complete = false;
                return;
            }
            int shared = Arrays.mismatch(before, name);
            shared = shared < 0 ? name.length : shared;
            if (used + name.length + 3 * 10 > data.length) {
                data = Arrays.copyOf(data, Math.max(data.length * 2, used + name.length + 64));
            }
            number(shared);
            number(name.length - shared);
            System.arraycopy(name, shared, data, used, name.length - shared);
            used += name.length - shared;
            number(size + 1);
            before = name;
            count++;
        }

        private void number(long value) {
            long left = value;
            while (left > 0x7f) {
                data[used++] = (byte) (left | 0x80);
                left >>>= 7;
            }
            data[used++] = (byte) left;
        }

        FileNames build() {
            return new FileNames(Arrays.copyOf(data, used), count, complete);
        }
    }
}
