package io.plimsoll.advisory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// The keys of a segment's tables, in the order of their bytes.
final class SegmentKeys {
    /// The order in which names stand in a table: of their UTF-8 bytes.
    static final Comparator<String> ORDER =
            (left, right) ->
                    Arrays.compareUnsigned(
                            left.getBytes(StandardCharsets.UTF_8),
                            right.getBytes(StandardCharsets.UTF_8));

    private SegmentKeys() {}

    /// A record's number, four bytes, big-endian.
    static byte[] number(int number) {
        ByteWriter writer = new ByteWriter();
        writer.writeInt(number);
        return writer.toByteArray();
    }
}
