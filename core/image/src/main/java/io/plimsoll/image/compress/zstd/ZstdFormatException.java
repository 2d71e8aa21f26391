package io.plimsoll.image.compress.zstd;

/// Bytes that do not follow RFC 8878. {@link ZstdStream} turns it into the exception of all broken
/// streams, with the position.
final class ZstdFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    ZstdFormatException(String what) {
        super(what);
    }
}
