package io.plimsoll.daemon.http;

import io.plimsoll.net.TlsParts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// A connection to a port by way of TLS. The engine's certificate must be for the host that was
/// asked for, and an authority of the certificate folder or of the JDK must vouch for it.
final class TlsConnection implements Connection {
    private final SSLSocket socket;
    private final InputStream in;

    private TlsConnection(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    static TlsConnection to(Endpoint.Tcp endpoint, TlsFiles files, Duration wait)
            throws IOException {
        SSLContext context = context(files);
        int millis = Math.toIntExact(wait.toMillis());
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), millis);
            plain.setSoTimeout(millis);
            SSLSocket socket =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(plain, endpoint.host(), endpoint.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new TlsConnection(socket);
        } catch (IOException | RuntimeException failure) {
            plain.close();
            throw failure;
        }
    }

    private static SSLContext context(TlsFiles files) throws IOException {
        Path certificate = files.certificate();
        Path authority = files.authority();
        boolean shows = Files.exists(certificate) || Files.exists(files.key());
        try {
            return TlsParts.context(
                    shows ? Map.of(certificate, files.key()) : Map.of(),
                    Files.exists(authority)
                            ? TlsParts.trusting(TlsParts.authorities(List.of(authority)))
                            : TlsParts.trustingAsTheJvm());
        } catch (GeneralSecurityException unusable) {
            throw new IOException(
                    "the certificates in '"
                            + files.folder()
                            + "' cannot be used: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    @Override
    public void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
