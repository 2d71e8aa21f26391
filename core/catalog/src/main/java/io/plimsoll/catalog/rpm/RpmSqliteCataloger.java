package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.Selector;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the SQLite file `rpmdb.sqlite`, with what its write-ahead log holds besides: Fedora since
/// 33, Red Hat Enterprise Linux since 9, Amazon Linux 2023, Azure Linux.
public final class RpmSqliteCataloger implements Cataloger {
    private static final String LOG = "-wal";
    private static final Selector SELECTOR =
            DatabaseReader.places("rpmdb.sqlite").companions(LOG).build();

    @Override
    public String id() {
        return "rpm-sqlite";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Selector selector() {
        return SELECTOR;
    }

    @Override
    public Catalog catalog(CatalogFile file) throws IOException, InterruptedException {
        Optional<CatalogFile> log = file.companion(LOG);
        if (log.isEmpty()) {
            return DatabaseReader.run(new SqliteReader(), file);
        }
        ProblemList problems = new ProblemList(log.get().path(), "rpm");
        MemorySegment bytes = bytes(log.get(), problems);
        SqliteReader reader = new SqliteReader(bytes, problems);
        return with(DatabaseReader.run(reader, file, bytes.byteSize()), problems);
    }

    private static MemorySegment bytes(CatalogFile log, ProblemList problems) throws IOException {
        try {
            return log.bytes();
        } catch (LimitExceededException e) {
            problems.limit(e.limit(), log.limits(), "the whole log");
            return MemorySegment.NULL;
        }
    }

    private static Catalog with(Catalog catalog, ProblemList more) {
        List<Problem> problems = new ArrayList<>(catalog.problems());
        problems.addAll(more.toList());
        return new Catalog(
                catalog.packages(), catalog.ownerships(), catalog.distribution(), problems);
    }
}
