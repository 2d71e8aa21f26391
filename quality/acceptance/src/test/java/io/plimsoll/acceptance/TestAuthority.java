package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A certificate authority of a test, made by openssl, with a server's and a client's certificate.
///
/// @param folder holds `ca.crt`, `ca.key`, `server.crt`, `server.key`, `client.cert`, `client.key`
record TestAuthority(Path folder) {
    /// Makes one in an empty folder.
    static TestAuthority make(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Program openssl = new Program(folder);
        Files.writeString(
                folder.resolve("server.ext"),
                "subjectAltName=DNS:localhost,IP:127.0.0.1\n",
                StandardCharsets.UTF_8);
        openssl.lines(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "30",
                "-subj",
                "/CN=Plimsoll test authority",
                "-keyout",
                "ca.key",
                "-out",
                "ca.crt");
        signed(openssl, "server", "/CN=test registry", "server.crt");
        signed(openssl, "client", "/CN=test client", "client.cert");
        Files.createDirectories(folder.resolve("trust"));
        Files.copy(folder.resolve("ca.crt"), folder.resolve("trust/ca.crt"));
        return new TestAuthority(folder);
    }

    private static void signed(Program openssl, String name, String subject, String out)
            throws IOException, InterruptedException {
        openssl.lines(
                "openssl",
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                subject,
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr");
        openssl.lines(
                "openssl",
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "30",
                "-extfile",
                "server.ext",
                "-out",
                out);
    }

    /// A folder with nothing but the authority's certificate, as tools want it.
    String trust() {
        return folder.resolve("trust").toString();
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
