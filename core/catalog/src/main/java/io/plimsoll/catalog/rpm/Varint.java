package io.plimsoll.catalog.rpm;

/// A number of one to nine bytes, seven bits in each of the first eight, the highest first.
///
/// Source: <https://www.sqlite.org/fileformat2.html#varint>.
///
/// @param length bytes it takes
record Varint(long value, int length) {
    private static final int MAX_LENGTH = 9;

    static Varint read(Bytes bytes, int at) throws DamagedException {
        long value = 0;
        for (int i = 0; i < MAX_LENGTH - 1; i++) {
            int b = bytes.u8(at + i);
            value = value << 7 | (b & 0x7f);
            if (b < 0x80) {
                return new Varint(value, i + 1);
            }
        }
        return new Varint(value << 8 | bytes.u8(at + MAX_LENGTH - 1), MAX_LENGTH);
    }
}
