package io.plimsoll.catalog.rpm;

import java.nio.charset.Charset;

/// One row: a head with the type of each column, then the values.
///
/// Source: <https://www.sqlite.org/fileformat2.html#record_format>.
final class SqliteRow {
    private static final int MAX_COLUMNS = 8;
    private static final int FIRST_BLOB = 12;

    private final Bytes payload;
    private final long[] types = new long[MAX_COLUMNS];
    private final int[] starts = new int[MAX_COLUMNS];
    private int columns;

    SqliteRow(Bytes payload) throws DamagedException {
        this.payload = payload;
        Varint size = Varint.read(payload, 0);
        long at = size.length();
        long start = size.value();
        while (at < size.value() && columns < MAX_COLUMNS) {
            Varint type = Varint.read(payload, Math.toIntExact(at));
            if (start < 0 || start > payload.length()) {
                throw payload.damaged(0, "column " + columns + " lies beyond its row");
            }
            types[columns] = type.value();
            starts[columns++] = Math.toIntExact(start);
            start += size(type.value());
            at += type.length();
        }
    }

    /// A column of text; empty where it is none.
    String text(int column, Charset charset) throws DamagedException {
        long type = type(column);
        return type > FIRST_BLOB && type % 2 == 1
                ? payload.text(starts[column], size(type), charset)
                : "";
    }

    /// A column that is a whole number.
    long number(int column) throws DamagedException {
        int at = starts[column];
        return switch ((int) Math.min(type(column), FIRST_BLOB)) {
            case 1 -> (byte) payload.u8(at);
            case 2 -> (short) payload.u16(at);
            case 3 -> (byte) payload.u8(at) << 16 | payload.u16(at + 1);
            case 4 -> payload.i32(at);
            case 5 -> (long) (short) payload.u16(at) << 32 | payload.u32(at + 2);
            case 6 -> payload.i64(at);
            case 8 -> 0;
            case 9 -> 1;
            default -> throw payload.damaged(at, "column " + column + " is no number");
        };
    }

    /// A column of bytes.
    Bytes blob(int column) throws DamagedException {
        long type = type(column);
        if (type < FIRST_BLOB || type % 2 != 0) {
            throw payload.damaged(0, "column " + column + " is no blob");
        }
        return payload.part(starts[column], size(type)).bigEndian();
    }

    private long type(int column) throws DamagedException {
        if (column >= columns) {
            throw payload.damaged(0, "a row of " + columns + " columns");
        }
        return types[column];
    }

    /// Bytes of a value of this type.
    private int size(long type) throws DamagedException {
        if (type < 0 || type > 2L * Assembly.MAX_LENGTH) {
            throw payload.damaged(0, "a column of type " + type);
        }
        return switch ((int) Math.min(type, FIRST_BLOB)) {
            case 0, 8, 9 -> 0;
            case 1, 2, 3, 4 -> (int) type;
            case 5 -> 6;
            case 6, 7 -> 8;
            case FIRST_BLOB -> (int) ((type - FIRST_BLOB) / 2);
            default -> throw payload.damaged(0, "a column of type " + type);
        };
    }
}
