package io.plimsoll.engine;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Writes the parts of cached records.
final class RecordWriter {
    /// Writes one part.
    interface Part<T> {
        void write(T part) throws IOException;
    }

    private final DataOutputStream out;

    RecordWriter(DataOutputStream out) {
        this.out = out;
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    void bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    void number(long number) throws IOException {
        out.writeLong(number);
    }

    void longs(long[] numbers) throws IOException {
        out.writeInt(numbers.length);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Long.BYTES));
        bytes.asLongBuffer().put(numbers);
        out.write(bytes.array());
    }

    <T> void list(List<T> parts, Part<T> one) throws IOException {
        out.writeInt(parts.size());
        for (T part : parts) {
            one.write(part);
        }
    }

    <T> void optional(Optional<T> part, Part<T> one) throws IOException {
        out.writeBoolean(part.isPresent());
        if (part.isPresent()) {
            one.write(part.get());
        }
    }
}
