package io.plimsoll.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/// Gives tokens that `docker-registry` takes: signed with RS256, for one user and one password.
///
/// Source: distribution, `docs/spec/auth/jwt.md`.
final class TokenServer implements AutoCloseable {
    static final String SERVICE = "test-service";
    static final String ISSUER = "test-issuer";

    private final HttpServer server;
    private final TestAuthority authority;
    private final String login;
    private volatile long validSeconds = 300;

    private TokenServer(HttpServer server, TestAuthority authority, String login) {
        this.server = server;
        this.authority = authority;
        this.login = login;
    }

    static TokenServer start(TestAuthority authority, String user, String password)
            throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String pair = user + ":" + password;
        String login =
                "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        TokenServer tokens = new TokenServer(server, authority, login);
        server.createContext("/token", tokens::handle);
        server.start();
        return tokens;
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String realm() {
        return "http://" + host() + "/token";
    }

    /// Negative for tokens that have expired when they are given.
    void valid(long seconds) {
        validSeconds = seconds;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean right = login.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body =
                    (right ? "{\"token\":\"" + token(exchange) + "\"}" : "{}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(right ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String token(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String name = query.replaceFirst(".*repository:([^:]*):.*", "$1");
        long now = Instant.now().getEpochSecond();
        String header =
                "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"%s\"]}"
                        .formatted(pem("ca.crt", "CERTIFICATE"));
        String claims =
                ("{\"iss\":\"%s\",\"sub\":\"u\",\"aud\":\"%s\",\"exp\":%d,\"nbf\":%d,\"iat\":%d,"
                                + "\"jti\":\"1\",\"access\":[{\"type\":\"repository\",\"name\":\"%s\","
                                + "\"actions\":[\"pull\"]}]}")
                        .formatted(ISSUER, SERVICE, now + validSeconds, now - 900, now - 900, name);
        String signed = part(header) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            byte[] key = Base64.getDecoder().decode(pem("ca.key", "PRIVATE KEY"));
            signature.initSign(
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + url(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    private String pem(String file, String kind) throws IOException {
        return Files.readString(authority.file(file), StandardCharsets.US_ASCII)
                .replace("-----BEGIN " + kind + "-----", "")
                .replace("-----END " + kind + "-----", "")
                .replaceAll("\\s", "");
    }

    private static String part(String json) {
        return url(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
