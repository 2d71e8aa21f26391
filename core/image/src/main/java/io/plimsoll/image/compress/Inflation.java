package io.plimsoll.image.compress;

import java.util.zip.DataFormatException;

/// Decompresses one raw deflate stream after another (RFC 1951), piece by piece.
interface Inflation extends AutoCloseable {
    /// Gives the next bytes; all given before have been taken.
    void input(byte[] bytes, int offset, int length);

    /// Decompresses as much as is there and fits.
    ///
    /// @return bytes written; 0 where more input is needed or the stream has ended
    /// @throws DataFormatException if the data is damaged
    int inflate(byte[] target, int offset, int length) throws DataFormatException;

    /// Bytes of the input that have not been taken.
    int remaining();

    /// Whether the stream has ended.
    boolean finished();

    /// Bytes that the stream has given so far.
    long written();

    /// Begins another stream.
    void reset();

    @Override
    void close();

    /// Where a stream is long enough to pay for it, the system's library, which is twice as fast as
    /// the JDK's; else the JDK's.
    ///
    /// @param compressedSize bytes to be expected; 0 where unknown
    static Inflation forSize(long compressedSize) {
        return compressedSize < IsalInflation.WORTHWHILE
                ? new JdkInflation()
                : IsalInflation.tryOpen().orElseGet(JdkInflation::new);
    }
}
