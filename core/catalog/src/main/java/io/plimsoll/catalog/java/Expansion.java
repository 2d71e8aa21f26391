package io.plimsoll.catalog.java;

import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ProblemKind;

/// What one file and all the archives inside it may cost together: bytes inflated, bytes held at
/// once, packages, and characters of names.
final class Expansion {
    /// Output that needs no ratio, as {@link Limit#EXPANSION_RATIO} says.
    private static final long FREE = 64L * 1024 * 1024;

    /// Bytes of all names that are kept with what holds them, and of all evidence paths. The largest fat archives
    /// have some thousand nested ones with paths of some hundred characters.
    private static final long NAMES = 32L * 1024 * 1024;

    private static final long NAME_OVERHEAD = 96;

    private final Limits limits;
    private final Limit bound;
    private long left;
    private long memory;
    private long packages;
    private long names = NAMES;
    private long paths = NAMES;
    private boolean told;

    /// @param size bytes of the outermost file
    Expansion(long size, Limits limits) {
        this.limits = limits;
        long byRatio = Math.max(FREE, saturated(size, limits.of(Limit.EXPANSION_RATIO)));
        long total = limits.of(Limit.NESTED_SIZE);
        this.bound = byRatio < total ? Limit.EXPANSION_RATIO : Limit.NESTED_SIZE;
        this.left = Math.min(byRatio, total);
        this.memory = limits.of(Limit.MEMORY_FILE);
        this.packages = limits.of(Limit.PACKAGES);
    }

    Limits limits() {
        return limits;
    }

    /// Bytes that may still be inflated.
    long left() {
        return left;
    }

    /// The limit that {@link #left} comes from.
    Limit bound() {
        return bound;
    }

    /// Bytes that may be held besides those that are.
    long memory() {
        return memory;
    }

    /// Notes bytes that were inflated.
    void inflated(long bytes) {
        left -= bytes;
    }

    void hold(long bytes) {
        memory -= bytes;
    }

    void release(long bytes) {
        memory += bytes;
    }

    /// Takes the bytes of the name of an entry that is kept.
    ///
    /// @return whether they were left; where not, that is a problem, once
    boolean takeName(String name, ArchiveProblems problems) {
        names -= name.length() + NAME_OVERHEAD;
        return names >= 0 || refuse(problems);
    }

    /// Takes the bytes of a package's evidence path, in the same way.
    boolean takePath(String path, ArchiveProblems problems) {
        paths -= path.length() + NAME_OVERHEAD;
        return paths >= 0 || refuse(problems);
    }

    /// Takes one package.
    ///
    /// @return whether one was left; where not, that is a problem, once
    boolean takePackage(ArchiveProblems problems) {
        if (packages > 0) {
            packages--;
            return true;
        }
        if (!told) {
            told = true;
            problems.limit(Limit.PACKAGES, "the archive and those inside it");
        }
        return false;
    }

    private boolean refuse(ArchiveProblems problems) {
        if (!told) {
            told = true;
            String reason = "more than " + NAMES + " bytes for the names of what is inside";
            problems.list().addAt(problems.path(), ProblemKind.LIMIT, reason);
        }
        return false;
    }

    private static long saturated(long size, long ratio) {
        return size > Long.MAX_VALUE / ratio ? Long.MAX_VALUE : size * ratio;
    }
}
