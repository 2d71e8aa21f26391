package io.plimsoll.daemon.http;

import java.nio.file.Path;

/// The certificates of a connection to an engine, `ca.pem`, `cert.pem` and `key.pem` in one folder.
///
/// Source: Docker's "Protect the Docker daemon socket".
///
/// @param folder holds the files; `cert.pem` and `key.pem` may both be missing where the engine asks
///     for no client certificate, and `ca.pem` where a public authority vouches for it
public record TlsFiles(Path folder) {
    Path authority() {
        return folder.resolve("ca.pem");
    }

    Path certificate() {
        return folder.resolve("cert.pem");
    }

    Path key() {
        return folder.resolve("key.pem");
    }
}
