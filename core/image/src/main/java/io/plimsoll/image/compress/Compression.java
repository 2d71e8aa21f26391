package io.plimsoll.image.compress;

/// How bytes are compressed, told by how they begin.
///
/// Sources: RFC 1952 (gzip), RFC 8878 (zstd and its skippable frames), the xz file format 1.2.1,
/// the bzip2 format.
public enum Compression {
    NONE,
    GZIP,
    ZSTD,
    XZ,
    BZIP2;

    /// How many bytes {@link #of} wants to see.
    public static final int HEAD = 6;

    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD_MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] ZSTD_SKIPPABLE_TAIL = {0x2a, 0x4d, 0x18};
    private static final byte[] XZ_MAGIC = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
    private static final byte[] BZIP2_MAGIC = {'B', 'Z', 'h'};

    /// Tells the compression by the first bytes; fewer than {@link #HEAD} of them where there are no
    /// more.
    public static Compression of(byte[] head, int length) {
        if (startsWith(head, length, 0, GZIP_MAGIC)) {
            return GZIP;
        }
        if (startsWith(head, length, 0, ZSTD_MAGIC) || isSkippableFrame(head, length)) {
            return ZSTD;
        }
        if (startsWith(head, length, 0, XZ_MAGIC)) {
            return XZ;
        }
        boolean blockSize = length > BZIP2_MAGIC.length && head[3] >= '1' && head[3] <= '9';
        return blockSize && startsWith(head, length, 0, BZIP2_MAGIC) ? BZIP2 : NONE;
    }

    private static boolean isSkippableFrame(byte[] head, int length) {
        return length > 0
                && (head[0] & 0xf0) == 0x50
                && startsWith(head, length, 1, ZSTD_SKIPPABLE_TAIL);
    }

    private static boolean startsWith(byte[] head, int length, int offset, byte[] magic) {
        if (length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[offset + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
