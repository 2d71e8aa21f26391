package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Ownership;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.PackageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Receives the headers of one database and makes its catalog. A header that cannot be read is a
/// problem; the others count.
final class HeaderCollector {
    private static final int MAX_DAMAGES = 10_000;

    private final String path;
    private final Limits limits;
    private final ProblemList problems;
    private final List<PackageRecord> packages = new ArrayList<>();
    private final List<Ownership> ownerships = new ArrayList<>();
    private int damages;
    private long left;
    private boolean full;

    /// @param path the database's path in the image
    /// @param size bytes of the database, which its headers together cannot exceed
    HeaderCollector(String path, long size, Limits limits) {
        this.left = size;
        this.path = path;
        this.limits = limits;
        this.problems = new ProblemList(path, "rpm");
    }

    /// Reads one header.
    ///
    /// @param offset where its record begins in the file, in bytes
    /// @throws InterruptedException if the thread was interrupted
    void add(Bytes bytes, long offset) throws InterruptedException {
        checkInterrupted();
        String where = "header at byte " + offset;
        left -= bytes.length();
        if (left < 0) {
            stop(where + ": the headers together are larger than the database");
            return;
        }
        try {
            Optional<HeaderReader.Installed> read =
                    new HeaderReader(new Header(bytes), where, problems).read(path);
            if (read.isPresent()) {
                keep(read.get(), where);
            }
        } catch (DamagedException e) {
            add(new DamagedException(e.kind(), where + ": " + e.reason()));
        }
    }

    /// Whether no more headers are taken: a limit is reached, or too much is damaged.
    boolean isFull() {
        return full;
    }

    /// Adds damage of a part.
    void add(DamagedException damage) {
        problems.add(damage.kind(), damage.reason());
        if (++damages == MAX_DAMAGES) {
            stop("more than " + MAX_DAMAGES + " damaged parts, the rest is not read");
        }
    }

    ProblemList problems() {
        return problems;
    }

    Catalog catalog() {
        return new Catalog(packages, ownerships, Optional.empty(), problems.toList());
    }

    static void checkInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void stop(String reason) {
        problems.malformed(reason);
        full = true;
    }

    private void keep(HeaderReader.Installed installed, String where) {
        if (packages.size() >= limits.of(Limit.PACKAGES)) {
            if (!full) {
                problems.limit(Limit.PACKAGES, limits, where);
            }
            full = true;
            return;
        }
        packages.add(installed.found());
        if (!installed.owned().paths().isEmpty()) {
            ownerships.add(installed.owned());
        }
    }
}
