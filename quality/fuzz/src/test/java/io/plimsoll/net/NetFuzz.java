package io.plimsoll.net;

import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.fuzz.Scratch;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/// Files and variables of the user, which need not be what they should.
public final class NetFuzz {
    private NetFuzz() {}

    /// A key, and certificates.
    public static void pem(byte[] input) throws IOException, GeneralSecurityException {
        Path file = Scratch.write("some.pem", input);
        try {
            PrivateKeys.read(file);
        } catch (UnusableFileException documented) {
            FuzzTarget.require(
                    String.valueOf(documented.getMessage()).contains("some.pem"), "no file named");
        }
        try {
            FuzzTarget.require(!PublicKeys.read(file).isEmpty(), "no key and no error");
        } catch (UnusableFileException documented) {
            FuzzTarget.require(
                    String.valueOf(documented.getMessage()).contains("some.pem"), "no file named");
        }
        try {
            TlsParts.authorities(List.of(file));
        } catch (UnusableFileException documented) {
            FuzzTarget.require(
                    String.valueOf(documented.getMessage()).contains("some.pem"), "no file named");
        }
    }

    /// A proxy and, in the second line, what needs none.
    public static void proxy(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
        Proxies proxies =
                Proxies.of(
                        Map.of(
                                "HTTPS_PROXY",
                                lines[0],
                                "NO_PROXY",
                                lines.length > 1 ? lines[1] : ""));
        for (String host : List.of("a.example", "10.1.2.3", "[fd12::1]")) {
            try {
                proxies.of(URI.create("https://" + host + ":5000/v2/"))
                        .ifPresent(proxy -> {
                            FuzzTarget.require(!proxy.host().isEmpty(), "a proxy without a host");
                            proxy.authorization();
                            proxy.toProxy();
                            FuzzTarget.shown(proxy.described());
                        });
            } catch (IllegalArgumentException documented) {
                FuzzTarget.require(
                        String.valueOf(documented.getMessage()).startsWith("HTTPS_PROXY names "),
                        "no variable named");
            }
        }
    }
}
