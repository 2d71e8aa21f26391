package io.plimsoll.catalog;

/// Bounds the paths that a package database spells out. Databases name a folder once for all its
/// files, so that a made one could name a long folder a million times. Real ones stay below 4
/// characters for each byte of the database.
public final class PathBudget {
    private static final int EXPANSION = 16;
    private static final int FREE = 1024 * 1024;

    private long left;

    /// @param size bytes of what names the paths
    public PathBudget(long size) {
        this.left = FREE + EXPANSION * size;
    }

    /// Takes the characters of one path.
    ///
    /// @return whether they were left; never again after the first time they were not
    public boolean take(int length) {
        left = left < length ? 0 : left - length;
        return left > 0;
    }
}
