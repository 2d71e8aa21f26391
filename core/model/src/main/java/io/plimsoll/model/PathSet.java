package io.plimsoll.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.function.LongConsumer;

/// A set of paths, eight bytes each: their 64-bit hashes, sorted. Two paths of an image with a
/// million files share a hash with a probability of about 3e-8; whoever forges one could as well
/// have written the package database they lie in.
public final class PathSet {
    private static final PathSet EMPTY = new PathSet(new long[0]);
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long[] hashes;

    private PathSet(long[] sorted) {
        this.hashes = sorted;
    }

    public static PathSet empty() {
        return EMPTY;
    }

    public static Builder builder() {
        return new Builder();
    }

    /// The set with these hashes, as {@link #hashes()} gave them.
    ///
    /// @throws IllegalArgumentException if they are not strictly ascending
    public static PathSet ofHashes(long[] sorted) {
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i - 1] >= sorted[i]) {
                throw new IllegalArgumentException("hashes not ascending at index " + i);
            }
        }
        return new PathSet(sorted.clone());
    }

    public boolean contains(String path) {
        return Arrays.binarySearch(hashes, hash(path)) >= 0;
    }

    public int size() {
        return hashes.length;
    }

    public boolean isEmpty() {
        return hashes.length == 0;
    }

    /// The sorted hashes, a copy.
    public long[] hashes() {
        return hashes.clone();
    }

    /// FNV-1a over UTF-16 units, then the finaliser of MurmurHash3 to spread the bits.
    public static long hash(String path) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < path.length(); i++) {
            hash = (hash ^ path.charAt(i)) * FNV_PRIME;
        }
        return spread(hash);
    }

    /// Tells the hash of each folder above a path, from the root down, in one pass over it.
    ///
    /// @param path a normal path
    public static void forEachFolder(String path, LongConsumer folder) {
        folder.accept(hash("/"));
        long hash = FNV_OFFSET;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/' && i > 0) {
                folder.accept(spread(hash));
            }
            hash = (hash ^ c) * FNV_PRIME;
        }
    }

    private static long spread(long hash) {
        long spread = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        spread = (spread ^ (spread >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return spread ^ (spread >>> 33);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathSet that && Arrays.equals(hashes, that.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "PathSet[" + hashes.length + "]";
    }

    /// Collects paths.
    public static final class Builder {
        private long[] collected = new long[16];
        private int count;

        private Builder() {}

        @CanIgnoreReturnValue
        public Builder add(String path) {
            if (count == collected.length) {
                collected = Arrays.copyOf(collected, count * 2);
            }
            collected[count++] = hash(path);
            return this;
        }

        public PathSet build() {
            long[] sorted = Arrays.copyOf(collected, count);
            Arrays.sort(sorted);
            int unique = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[unique++] = sorted[i];
                }
            }
            return unique == 0 ? EMPTY : new PathSet(Arrays.copyOf(sorted, unique));
        }
    }
}
