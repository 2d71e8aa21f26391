package io.plimsoll.catalog.rpm;

/// Walks through the rows of a table in the order of their numbers. A broken page hides its own rows,
/// not those beside it.
///
/// Source: <https://www.sqlite.org/fileformat2.html#b_tree_pages>.
final class SqliteTable {
    /// Levels of a tree. Source: SQLite 3.40, `src/btreeInt.h`, `BTCURSOR_MAX_DEPTH`.
    private static final int MAX_DEPTH = 20;

    private static final int INNER_PAGE = 0x05;
    private static final int LEAF_PAGE = 0x0d;
    private static final int INNER_HEADER = 12;
    private static final int LEAF_HEADER = 8;

    private final SqlitePages pages;
    private final Rows rows;
    private final HeaderCollector collector;
    private boolean stopped;
    private int unclaimed;

    SqliteTable(SqlitePages pages, Rows rows, HeaderCollector collector) {
        this.pages = pages;
        this.rows = rows;
        this.collector = collector;
    }

    /// Receives rows.
    interface Rows {
        /// Takes the next row.
        ///
        /// @param offset where the row begins in its file, in bytes
        /// @return whether more are wanted
        boolean row(Bytes payload, long offset) throws InterruptedException;
    }

    /// @param root number of the table's first page
    void walk(long root) throws InterruptedException {
        walk(root, 0);
    }

    private void walk(long number, int depth) throws InterruptedException {
        HeaderCollector.checkInterrupted();
        if (collector.isFull()) {
            return;
        }
        try {
            if (depth == MAX_DEPTH) {
                throw new DamagedException("page " + number + ": a tree of more than 20 levels");
            }
            Bytes page = pages.take(number);
            int start = number == 1 ? SqlitePages.HEADER_SIZE : 0;
            switch (page.u8(start)) {
                case INNER_PAGE -> inner(page, start, depth);
                case LEAF_PAGE -> leaf(page, start);
                default ->
                        throw page.damaged(
                                start, "no page of a table, its type is " + page.u8(start));
            }
        } catch (DamagedException e) {
            collector.add(e);
        }
    }

    private void inner(Bytes page, int start, int depth)
            throws DamagedException, InterruptedException {
        int cells = page.u16(start + 3);
        for (int i = 0; i < cells && !stopped; i++) {
            walk(page.u32(page.u16(start + INNER_HEADER + 2 * i)), depth + 1);
        }
        if (!stopped) {
            walk(page.u32(start + 8), depth + 1);
        }
    }

    private void leaf(Bytes page, int start) throws DamagedException, InterruptedException {
        int cells = page.u16(start + 3);
        unclaimed = page.length();
        for (int i = 0; i < cells && !stopped && !collector.isFull(); i++) {
            int cell = page.u16(start + LEAF_HEADER + 2 * i);
            try {
                Bytes payload = payload(page, cell);
                stopped = !rows.row(payload, page.offset(cell));
            } catch (DamagedException e) {
                collector.add(e);
            }
        }
    }

    /// The bytes of a cell. What does not fit is continued on a chain of overflow pages.
    ///
    /// Source: fileformat2.html, "Cell payload overflow pages", for the sizes U, X, M and K.
    private Bytes payload(Bytes page, int cell) throws DamagedException {
        Varint size = Varint.read(page, cell);
        int start = cell + size.length() + Varint.read(page, cell + size.length()).length();
        int usable = pages.usableSize();
        Assembly payload = new Assembly(size.value(), "byte " + page.offset(cell));
        if (size.value() <= usable - 35) {
            claim(page, cell, payload.missing());
            payload.add(page, start, payload.missing());
            return payload.bytes();
        }
        int least = (usable - 12) * 32 / 255 - 23;
        long fitting = least + (size.value() - least) % (usable - 4);
        int local = fitting <= usable - 35 ? (int) fitting : least;
        claim(page, cell, local);
        payload.add(page, start, local);
        long next = page.u32(start + local);
        while (payload.missing() > 0) {
            Bytes more = pages.take(next);
            payload.add(more, 4, Math.min(usable - 4, payload.missing()));
            next = more.u32(0);
        }
        return payload.bytes();
    }

    /// Counts what rows take of their page: more than the page has means that they overlap.
    private void claim(Bytes page, int cell, int count) throws DamagedException {
        unclaimed -= count;
        if (unclaimed < 0) {
            throw page.damaged(cell, "rows overlap");
        }
    }
}
