package io.plimsoll.image.compress.zstd;

/// The header of a frame.
///
/// Source: RFC 8878, section 3.1.1.1.
///
/// @param windowSize bytes that a match can reach back
/// @param contentSize bytes of the frame uncompressed; -1 where it does not say
record FrameHeader(long windowSize, long contentSize, boolean hasChecksum, boolean hasDictionary) {
    static final FrameHeader NONE = new FrameHeader(0, -1, false, false);

    private static final int SINGLE_SEGMENT = 0x20;
    private static final int RESERVED = 0x08;
    private static final int CHECKSUM = 0x04;
    private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
    private static final int SHORT_SIZE_BASE = 256;
    private static final int MIN_WINDOW_LOG = 10;

    /// How many bytes follow the descriptor.
    static int fieldBytes(int descriptor) {
        int window = (descriptor & SINGLE_SEGMENT) != 0 ? 0 : 1;
        return window + DICTIONARY_BYTES[descriptor & 3] + sizeBytes(descriptor);
    }

    private static int sizeBytes(int descriptor) {
        return switch (descriptor >> 6) {
            case 0 -> (descriptor & SINGLE_SEGMENT) != 0 ? 1 : 0;
            case 1 -> 2;
            case 2 -> 4;
            default -> 8;
        };
    }

    static FrameHeader parse(int descriptor, byte[] fields) throws ZstdFormatException {
        if ((descriptor & RESERVED) != 0) {
            throw new ZstdFormatException("a reserved bit of the frame header is set");
        }
        boolean single = (descriptor & SINGLE_SEGMENT) != 0;
        int at = single ? 0 : 1;
        int dictionaryBytes = DICTIONARY_BYTES[descriptor & 3];
        long dictionary = number(fields, at, dictionaryBytes);
        int sizeBytes = sizeBytes(descriptor);
        long size = sizeBytes == 0 ? -1 : number(fields, at + dictionaryBytes, sizeBytes);
        if (sizeBytes == 2) {
            size += SHORT_SIZE_BASE;
        }
        if (sizeBytes > 0 && size < 0) {
            throw new ZstdFormatException("the frame's size is out of range");
        }
        long window = size;
        if (!single) {
            int value = fields[0] & 0xff;
            long base = 1L << (MIN_WINDOW_LOG + (value >> 3));
            window = base + base / 8 * (value & 7);
        }
        return new FrameHeader(window, size, (descriptor & CHECKSUM) != 0, dictionary != 0);
    }

    private static long number(byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (bytes[offset + i] & 0xffL) << (i * 8);
        }
        return value;
    }
}
