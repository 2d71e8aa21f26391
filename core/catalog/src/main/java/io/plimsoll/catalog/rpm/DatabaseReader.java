package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Selector;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.lang.foreign.MemorySegment;

/// Hands the headers of a database to a collector. One implementation for each form of database.
interface DatabaseReader {
    /// Reads as much as can be read; damage of a part is told to the collector.
    ///
    /// @throws DamagedException if nothing more can be read
    void read(MemorySegment file, HeaderCollector collector)
            throws DamagedException, InterruptedException;

    /// Runs a reader over a file.
    static Catalog run(DatabaseReader reader, CatalogFile file)
            throws IOException, InterruptedException {
        return run(reader, file, 0);
    }

    /// Runs a reader over a file that has companions.
    ///
    /// @param more bytes of the companions
    static Catalog run(DatabaseReader reader, CatalogFile file, long more)
            throws IOException, InterruptedException {
        HeaderCollector collector =
                new HeaderCollector(file.path(), file.size() + more, file.limits());
        try {
            MemorySegment bytes = file.bytes();
            if (bytes.byteSize() == 0) {
                collector.problems().add(ProblemKind.TRUNCATED, "byte 0: the database is empty");
            } else {
                reader.read(bytes, collector);
            }
        } catch (LimitExceededException e) {
            collector.problems().limit(e.limit(), file.limits(), "the whole file");
        } catch (DamagedException e) {
            collector.add(e);
        }
        return collector.catalog();
    }

    /// The places of a database of this name, the oldest first.
    ///
    /// Source: rpm's `%_dbpath`: `/var/lib/rpm`; Fedora since 36 and SUSE `/usr/lib/sysimage/rpm`;
    /// rpm-ostree `/usr/share/rpm`.
    static Selector.Builder places(String name) {
        return Selector.builder()
                .paths(
                        "/var/lib/rpm/" + name,
                        "/usr/lib/sysimage/rpm/" + name,
                        "/usr/share/rpm/" + name);
    }
}
