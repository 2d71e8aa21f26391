package io.plimsoll.daemon.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An answer whose body is still to come. Closing it closes its connection.
///
/// @param status such as 200
/// @param headers by name in lower case; of several with one name the last
/// @param body ends where the framing of the answer says, and fails where the connection ends before
/// @param connection closed with the answer
public record HttpAnswer(
        int status, Map<String, String> headers, InputStream body, Connection connection)
        implements AutoCloseable {
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /// A header's value.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The whole body, if it is no longer than `limit` bytes.
    ///
    /// @throws HttpFormatException if it is longer
    public byte[] bytes(int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit);
        if (bytes.length == limit && body.read() >= 0) {
            throw new HttpFormatException("the answer is longer than " + limit + " bytes");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
