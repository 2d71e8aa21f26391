package io.plimsoll.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Certificates for a port of Docker and for who may use it, made by openssl.
///
/// @param server folder with `ca.pem`, `cert.pem`, `key.pem` of the engine
/// @param client folder with the same of its user
/// @param port that was free a moment ago
record Certificates(Path server, Path client, int port) {
    static Certificates make(Program openssl, Path folder)
            throws IOException, InterruptedException {
        Path server = Files.createDirectories(folder.resolve("server"));
        Path client = Files.createDirectories(folder.resolve("client"));
        Path key = server.resolve("ca-key.pem");
        Path authority = server.resolve("ca.pem");
        openssl.lines(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=authority",
                "-keyout",
                key.toString(),
                "-out",
                authority.toString());
        sign(openssl, server, server, "subjectAltName=IP:127.0.0.1\n", "pkcs8");
        // As older versions of openssl, and with them most guides, write the key.
        sign(openssl, server, client, "extendedKeyUsage=clientAuth\n", "traditional");
        Files.copy(authority, client.resolve("ca.pem"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Certificates(server, client, free.getLocalPort());
        }
    }

    private static void sign(
            Program openssl, Path authority, Path holder, String extension, String form)
            throws IOException, InterruptedException {
        Path request = holder.resolve("request.pem");
        Path extensions = holder.resolve("extensions");
        Path key = holder.resolve("key.pem");
        Path plain = holder.resolve("plain.pem");
        Files.writeString(extensions, extension, StandardCharsets.UTF_8);
        openssl.lines(
                "openssl",
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=127.0.0.1",
                "-keyout",
                plain.toString(),
                "-out",
                request.toString());
        openssl.lines(
                "openssl",
                "x509",
                "-req",
                "-days",
                "2",
                "-in",
                request.toString(),
                "-CA",
                authority.resolve("ca.pem").toString(),
                "-CAkey",
                authority.resolve("ca-key.pem").toString(),
                "-CAcreateserial",
                "-extfile",
                extensions.toString(),
                "-out",
                holder.resolve("cert.pem").toString());
        if (form.equals("traditional")) {
            openssl.lines(
                    "openssl",
                    "rsa",
                    "-traditional",
                    "-in",
                    plain.toString(),
                    "-out",
                    key.toString());
        } else {
            Files.copy(plain, key);
        }
    }

    /// The options of `dockerd` that ask for them.
    List<String> ofDaemon() {
        return List.of(
                "--tlsverify",
                "--tlscacert",
                server.resolve("ca.pem").toString(),
                "--tlscert",
                server.resolve("cert.pem").toString(),
                "--tlskey",
                server.resolve("key.pem").toString());
    }
}
