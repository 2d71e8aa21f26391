package io.plimsoll.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A tar archive of tar archives that goes straight to a file. Long content of zeros is not written
/// but left out as a hole; it counts for the digests all the same.
///
/// Source: POSIX.1-1988 (ustar).
final class SparseTar implements AutoCloseable {
    private static final int BLOCK = 512;
    private static final long OCTAL_LIMIT = 1L << 33;
    private static final byte[] ZEROS = new byte[1024 * 1024];

    private final FileChannel file;
    private final ByteBuffer pending = ByteBuffer.allocate(4 * 1024 * 1024);
    private final MessageDigest digest;
    private long written;
    private String inner = "";
    private long innerStart;

    SparseTar(Path path) throws IOException {
        file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /// Begins an archive inside this one; {@link #entry} and {@link #hole} go there.
    void begin(String name) throws IOException {
        flush();
        inner = name;
        innerStart = written;
        written += BLOCK;
        file.position(written);
    }

    /// Ends the archive that was begun.
    ///
    /// @return the SHA-256 of its bytes in hexadecimal digits
    String end() throws IOException {
        put(new byte[2 * BLOCK]);
        flush();
        long size = written - innerStart - BLOCK;
        file.write(ByteBuffer.wrap(header(inner, 0644, size)), innerStart);
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Adds a file to the archive that was begun.
    void entry(String path, int mode, byte[] content) throws IOException {
        put(header(path, mode, content.length));
        put(content);
        put(new byte[-content.length & (BLOCK - 1)]);
    }

    /// Adds a file of zeros to the archive that was begun.
    void hole(String path, long size) throws IOException {
        long whole = size / BLOCK * BLOCK;
        put(header(path, 0644, whole));
        flush();
        for (long left = whole; left > 0; left -= ZEROS.length) {
            digest.update(ZEROS, 0, (int) Math.min(ZEROS.length, left));
        }
        written += whole;
        file.position(written);
    }

    /// Adds a file beside the inner archives.
    void file(String name, byte[] content) throws IOException {
        entry(name, 0644, content);
        flush();
    }

    @Override
    public void close() throws IOException {
        put(new byte[2 * BLOCK]);
        flush();
        file.close();
    }

    private void put(byte[] bytes) throws IOException {
        digest.update(bytes);
        if (bytes.length > pending.remaining()) {
            flush();
        }
        pending.put(bytes);
    }

    private void flush() throws IOException {
        pending.flip();
        written += pending.remaining();
        while (pending.hasRemaining()) {
            file.write(pending);
        }
        pending.clear();
    }

    private static byte[] header(String path, int mode, long size) {
        byte[] block = new byte[BLOCK];
        put(block, 0, path);
        put(block, 100, octal(mode, 7));
        put(block, 108, octal(0, 7));
        put(block, 116, octal(0, 7));
        if (size < OCTAL_LIMIT) {
            put(block, 124, octal(size, 11));
        } else {
            block[124] = (byte) 0x80;
            ByteBuffer.wrap(block).putLong(128, size);
        }
        put(block, 136, octal(0, 11));
        block[156] = '0';
        put(block, 257, "ustar\00000");
        return TarBuilder.withChecksum(block);
    }

    private static String octal(long value, int digits) {
        String octal = Long.toOctalString(value);
        return "0".repeat(digits - octal.length()) + octal;
    }

    private static void put(byte[] block, int offset, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(encoded, 0, block, offset, encoded.length);
    }
}
