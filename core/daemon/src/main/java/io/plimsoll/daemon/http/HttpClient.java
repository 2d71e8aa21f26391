package io.plimsoll.daemon.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Sends GET requests to an engine and takes its answers apart: one request a connection, no
/// redirects, no compression, no cookies. Nothing that an engine sends is believed to be short.
///
/// Source: RFC 9112, "HTTP/1.1".
public final class HttpClient {
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_INTERIM = 8;
    private static final int STATUS_DIGITS = 3;
    private static final int MAX_LENGTH_DIGITS = 18;

    private final Endpoint endpoint;

    public HttpClient(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// Sends a request and reads the head of the answer.
    ///
    /// @param target path and query, percent-encoded
    /// @param wait how long the engine may stay silent at a time
    /// @throws HttpFormatException if the answer is no HTTP or beyond the bounds
    /// @throws java.net.SocketTimeoutException if the engine stays silent
    /// @throws java.io.InterruptedIOException if the thread was interrupted
    /// @throws IOException if there is no connection
    public HttpAnswer get(String target, Duration wait) throws IOException {
        Connection connection = connect(wait);
        try {
            String host = endpoint instanceof Endpoint.Tcp tcp ? tcp.host() : "localhost";
            String request =
                    "GET "
                            + target
                            + " HTTP/1.1\r\nHost: "
                            + host
                            + "\r\nUser-Agent: plimsoll\r\nAccept: */*\r\nConnection: close\r\n\r\n";
            connection.send(request.getBytes(StandardCharsets.US_ASCII));
            return answer(connection);
        } catch (IOException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private Connection connect(Duration wait) throws IOException {
        return switch (endpoint) {
            case Endpoint.Unix unix -> ChannelConnection.to(unix, wait);
            case Endpoint.Tcp tcp when tcp.tls().isPresent() ->
                    TlsConnection.to(tcp, tcp.tls().get(), wait);
            case Endpoint.Tcp tcp -> ChannelConnection.to(tcp, wait);
        };
    }

    static HttpAnswer answer(Connection connection) throws IOException {
        InputStream in = connection.in();
        for (int i = 0; i < MAX_INTERIM; i++) {
            int status = status(line(in));
            Map<String, String> headers = headers(in);
            if (status >= 200) {
                return new HttpAnswer(status, headers, body(status, headers, in), connection);
            }
        }
        throw new HttpFormatException("the engine answers " + MAX_INTERIM + " times with 1xx");
    }

    private static int status(String line) throws HttpFormatException {
        int blank = line.indexOf(' ');
        boolean http = line.startsWith("HTTP/1.") && blank > 0;
        if (!http || !isNumber(line, blank + 1, blank + 1 + STATUS_DIGITS)) {
            throw new HttpFormatException(
                    "the answer begins with "
                            + Quoted.of(line)
                            + ", which is no status line of HTTP/1.1");
        }
        return Integer.parseInt(line, blank + 1, blank + 1 + STATUS_DIGITS, 10);
    }

    private static boolean isNumber(String line, int start, int end) {
        return line.length() >= end
                && line.substring(start, end).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int count = 0; count <= MAX_HEADERS; count++) {
            String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new HttpFormatException("no header: " + Quoted.of(line));
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new HttpFormatException("the answer has more than " + MAX_HEADERS + " headers");
    }

    /// A line without its end.
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new HttpFormatException(
                        "the answer ends within its head, after " + Quoted.of(line.toString()));
            }
            if (line.length() >= MAX_LINE) {
                throw new HttpFormatException(
                        "a line of the answer's head is longer than " + MAX_LINE + " bytes");
            }
            line.append((char) b);
        }
        int length = line.length();
        boolean carriage = length > 0 && line.charAt(length - 1) == '\r';
        return carriage ? line.substring(0, length - 1) : line.toString();
    }

    private static InputStream body(int status, Map<String, String> headers, InputStream in)
            throws HttpFormatException {
        Optional<String> coding = Optional.ofNullable(headers.get("transfer-encoding"));
        if (coding.isPresent()) {
            if (!coding.get().equalsIgnoreCase("chunked")) {
                throw new HttpFormatException(
                        "transfer encoding " + Quoted.of(coding.get()) + " was not asked for");
            }
            return new ChunkedStream(in);
        }
        Optional<String> length = Optional.ofNullable(headers.get("content-length"));
        if (length.isEmpty()) {
            boolean none = status == 204 || status == 304;
            return none ? InputStream.nullInputStream() : in;
        }
        String digits = length.get();
        if (digits.isEmpty()
                || digits.length() > MAX_LENGTH_DIGITS
                || !isNumber(digits, 0, digits.length())) {
            throw new HttpFormatException(
                    "content length " + Quoted.of(digits) + " is no number of bytes");
        }
        return new SizedStream(in, Long.parseLong(digits));
    }
}
