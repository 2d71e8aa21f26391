package io.plimsoll.image.tar;

/// One 512-byte header block.
///
/// Source: POSIX.1-2017, `pax`, "ustar Interchange Format"; the GNU variant has no `prefix`, the
/// star variant a shorter one.
///
/// @param offset where the block begins in the archive
/// @param name path with the prefix
/// @param size as written; -1 where it is no number
/// @param modified seconds since 1970
/// @param type the type flag
record TarHeader(
        long offset,
        String name,
        int mode,
        long uid,
        long gid,
        long size,
        long modified,
        char type,
        String link) {
    static final int BLOCK = 512;

    private static final int NAME = 0;
    private static final int NAME_LENGTH = 100;
    private static final int MODE = 100;
    private static final int UID = 108;
    private static final int GID = 116;
    private static final int ID_LENGTH = 8;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int MODIFIED = 136;
    private static final int MODIFIED_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;
    private static final int STAR_PREFIX_LENGTH = 131;
    private static final int STAR_TRAILER = 508;
    private static final int PERMISSIONS = 07777;

    /// Reads a block.
    ///
    /// @throws TarFormatException if the checksum does not hold
    static TarHeader parse(byte[] block, long offset) throws TarFormatException {
        long stated = TarBytes.number(block, CHECKSUM, CHECKSUM_LENGTH);
        if (!hasChecksum(block, stated)) {
            throw TarFormatException.malformed(
                    offset, "header checksum is wrong: this is no tar header");
        }
        String name = TarBytes.text(block, NAME, NAME_LENGTH);
        int prefixLength = prefixLength(block);
        if (prefixLength > 0 && block[PREFIX] != 0) {
            name = TarBytes.text(block, PREFIX, prefixLength) + "/" + name;
        }
        return new TarHeader(
                offset,
                name,
                (int) Math.max(0, TarBytes.number(block, MODE, ID_LENGTH)) & PERMISSIONS,
                Math.max(0, TarBytes.number(block, UID, ID_LENGTH)),
                Math.max(0, TarBytes.number(block, GID, ID_LENGTH)),
                TarBytes.number(block, SIZE, SIZE_LENGTH),
                Math.max(0, TarBytes.number(block, MODIFIED, MODIFIED_LENGTH)),
                (char) (block[TYPE] & 0xff),
                TarBytes.text(block, LINK, NAME_LENGTH));
    }

    static boolean isZero(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// The sum of the block's bytes with the checksum field as blanks. Some old writers summed
    /// signed bytes.
    private static boolean hasChecksum(byte[] block, long stated) {
        int unsigned = 0;
        int signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            byte value = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH ? (byte) ' ' : block[i];
            unsigned += value & 0xff;
            signed += value;
        }
        return stated == unsigned || stated == signed;
    }

    private static int prefixLength(byte[] block) {
        if (!isAt(block, MAGIC, "ustar\0")) {
            return 0;
        }
        return isAt(block, STAR_TRAILER, "tar\0") ? STAR_PREFIX_LENGTH : PREFIX_LENGTH;
    }

    private static boolean isAt(byte[] block, int offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (block[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
