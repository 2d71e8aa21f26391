package io.plimsoll.catalog.rpm;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes a header as it stands in a database, right or wrong.
final class HeaderWriter {
    private static final int INT32 = 4;
    private static final int STRING = 6;
    private static final int STRING_ARRAY = 8;

    private final ByteArrayOutputStream index = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int entries;

    /// A header with the three fields that each package has.
    static HeaderWriter of(String name, String version, String release) {
        return new HeaderWriter()
                .string(Header.NAME, name)
                .string(Header.VERSION, version)
                .string(Header.RELEASE, release);
    }

    @CanIgnoreReturnValue
    HeaderWriter string(int tag, String value) {
        entry(tag, STRING, data.size(), 1);
        data.writeBytes((value + "\0").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @CanIgnoreReturnValue
    HeaderWriter strings(int tag, String... values) {
        entry(tag, STRING_ARRAY, data.size(), values.length);
        for (String value : values) {
            data.writeBytes((value + "\0").getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    @CanIgnoreReturnValue
    HeaderWriter numbers(int tag, int... values) {
        entry(tag, INT32, data.size(), values.length);
        for (int value : values) {
            writeInts(data, value);
        }
        return this;
    }

    /// An entry whose offset and count may be anything.
    @CanIgnoreReturnValue
    HeaderWriter entry(int tag, int type, int offset, int count) {
        writeInts(index, tag, type, offset, count);
        entries++;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        writeInts(all, entries, data.size());
        all.writeBytes(index.toByteArray());
        all.writeBytes(data.toByteArray());
        return all.toByteArray();
    }

    private static void writeInts(ByteArrayOutputStream target, int... values) {
        DataOutputStream out = new DataOutputStream(target);
        try {
            for (int value : values) {
                out.writeInt(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
