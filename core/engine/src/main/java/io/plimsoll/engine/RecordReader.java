package io.plimsoll.engine;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what {@link RecordWriter} wrote. A count that promises more than there is ends in an
/// {@link EOFException}, whatever it promised.
final class RecordReader {
    /// Reads one part.
    interface Part<T> {
        T read() throws IOException;
    }

    private final DataInputStream in;

    RecordReader(DataInputStream in) {
        this.in = in;
    }

    String text() throws IOException {
        return new String(bytes(in.readInt()), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws IOException {
        return bytes(in.readInt());
    }

    long number() throws IOException {
        return in.readLong();
    }

    long[] longs() throws IOException {
        long size = (long) in.readInt() * Long.BYTES;
        if (size < 0 || size > in.available()) {
            throw new EOFException();
        }
        byte[] bytes = bytes((int) size);
        long[] numbers = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }

    <T> List<T> list(Part<T> one) throws IOException {
        int count = in.readInt();
        if (count < 0) {
            throw new EOFException();
        }
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(one.read());
        }
        return parts;
    }

    <T> Optional<T> optional(Part<T> one) throws IOException {
        return in.readBoolean() ? Optional.of(one.read()) : Optional.empty();
    }

    private byte[] bytes(int length) throws IOException {
        if (length < 0 || length > in.available()) {
            throw new EOFException();
        }
        return in.readNBytes(length);
    }
}
