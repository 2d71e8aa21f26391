package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.ProblemList;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Reads the table `Packages` of a SQLite database: a number and a header in each row.
///
/// Source: rpm 4.18, `lib/backend/sqlite.c`, for the table.
final class SqliteReader implements DatabaseReader {
    private static final String TABLE = "Packages";
    private static final int SCHEMA_ROOT = 1;

    private final MemorySegment log;
    private final ProblemList logProblems;

    /// A reader of a database without write-ahead log.
    SqliteReader() {
        this(MemorySegment.NULL, new ProblemList("", "rpm"));
    }

    /// @param log the write-ahead log, without bytes where there is none
    /// @param logProblems receives what is wrong with the log
    SqliteReader(MemorySegment log, ProblemList logProblems) {
        this.log = log;
        this.logProblems = logProblems;
    }

    @Override
    public void read(MemorySegment file, HeaderCollector collector)
            throws DamagedException, InterruptedException {
        SqlitePages pages = SqlitePages.open(file, log, logProblems);
        Optional<DamagedException> shortage = pages.shortage();
        shortage.ifPresent(collector::add);
        SchemaRows schema = new SchemaRows(pages, collector);
        new SqliteTable(pages, schema, collector).walk(SCHEMA_ROOT);
        if (schema.root == 0) {
            throw new DamagedException("no table \"" + TABLE + "\" in the database");
        }
        pages.restart();
        new SqliteTable(pages, new PackageRows(collector), collector).walk(schema.root);
    }

    /// Finds the first page of the table in `sqlite_schema(type, name, tbl_name, rootpage, sql)`.
    private static final class SchemaRows implements SqliteTable.Rows {
        private final SqlitePages pages;
        private final HeaderCollector collector;
        private long root;

        SchemaRows(SqlitePages pages, HeaderCollector collector) {
            this.pages = pages;
            this.collector = collector;
        }

        @Override
        public boolean row(Bytes payload, long offset) {
            try {
                SqliteRow row = new SqliteRow(payload);
                if (row.text(0, pages.charset()).equals("table")
                        && row.text(1, pages.charset()).equals(TABLE)) {
                    root = row.number(3);
                }
            } catch (DamagedException e) {
                String reason = "row of the schema at byte " + offset + ": " + e.reason();
                collector.add(new DamagedException(e.kind(), reason));
            }
            return root == 0;
        }
    }

    /// Hands on the header of each row of `Packages(hnum, blob)`.
    private record PackageRows(HeaderCollector collector) implements SqliteTable.Rows {
        @Override
        public boolean row(Bytes payload, long offset) throws InterruptedException {
            try {
                collector.add(new SqliteRow(payload).blob(1), offset);
            } catch (DamagedException e) {
                String reason = "row at byte " + offset + ": " + e.reason();
                collector.add(new DamagedException(e.kind(), reason));
            }
            return !collector.isFull();
        }
    }
}
