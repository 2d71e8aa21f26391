package io.plimsoll.catalog.java;

import com.google.errorprone.annotations.Immutable;

/// What a zip archive says of one entry besides its name.
///
/// @param flags general purpose bit flag (APPNOTE.TXT 4.4.4)
/// @param method compression method (4.4.5)
/// @param compressedSize bytes in the archive
/// @param size bytes after inflating; {@value #UNKNOWN} where nothing says it
/// @param crc CRC-32 of the content; {@value #UNKNOWN} where nothing says it
/// @param position offset of the local header in the archive
@Immutable
record ZipHeader(int flags, int method, long compressedSize, long size, long crc, long position) {
    static final long UNKNOWN = -1;
    static final int STORED = 0;
    static final int DEFLATED = 8;

    /// Bytes of a local header before the name (4.3.7).
    static final int LOCAL_LENGTH = 30;

    private static final int ENCRYPTED = 1;
    private static final int HAS_DESCRIPTOR = 1 << 3;

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    /// Whether sizes and checksum follow the content.
    boolean hasDescriptor() {
        return (flags & HAS_DESCRIPTOR) != 0;
    }
}
