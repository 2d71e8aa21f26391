package io.plimsoll.cli;

import io.plimsoll.registry.RegistryOptions;
import io.plimsoll.registry.RegistryOptions.Mirror;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Options about registries.
final class RegistryOption {
    private static final String PLAIN = "--plain-http";
    private static final String AUTHORITY = "--registry-ca";
    private static final String MIRROR = "--registry-mirror";

    private RegistryOption() {}

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.values(
                        "HOST[:PORT]",
                        "speak to this host without TLS, repeatable; no other is ever spoken to so",
                        PLAIN));
        spec.addOption(
                Options.value(
                        "FILE", "certificates in PEM to trust beside the system's", AUTHORITY));
        spec.addOption(
                Options.values(
                        "[REGISTRY=]HOST",
                        "ask this mirror first, repeatable; of Docker Hub unless named",
                        MIRROR));
    }

    /// @throws IllegalArgumentException if a mirror is no host
    static RegistryOptions of(ParseResult parsed, Console console) {
        return RegistryOptions.of(console.environment())
                .withPlainHttp(Set.copyOf(Options.texts(parsed, PLAIN)))
                .withAuthority(Options.path(parsed, AUTHORITY))
                .withMirrors(Options.texts(parsed, MIRROR).stream().map(Mirror::parse).toList());
    }
}
