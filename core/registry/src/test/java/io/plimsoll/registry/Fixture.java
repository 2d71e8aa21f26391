package io.plimsoll.registry;

import io.plimsoll.model.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A client whose waits are written down and not waited.
final class Fixture implements AutoCloseable {
    static final byte[] MANIFEST = "{\"schemaVersion\":2}".getBytes(StandardCharsets.UTF_8);

    final List<Duration> waits = new ArrayList<>();
    final List<String> notices = new ArrayList<>();
    private final List<RegistryClient> clients = new ArrayList<>();
    private Duration stall = Duration.ofSeconds(20);
    private RegistryOptions options =
            RegistryOptions.of(Map.of()).withEtc(Path.of("no-such-folder"));

    Fixture plain(String... hosts) {
        options = options.withPlainHttp(Set.of(hosts));
        return this;
    }

    Fixture environment(Map<String, String> environment) {
        options =
                new RegistryOptions(
                        options.plainHttp(),
                        options.authority(),
                        options.mirrors(),
                        environment,
                        options.etc());
        return this;
    }

    Fixture etc(Path folder) {
        options = options.withEtc(folder);
        return this;
    }

    Fixture mirror(String text) {
        options = options.withMirrors(List.of(RegistryOptions.Mirror.parse(text)));
        return this;
    }

    Fixture stall(Duration duration) {
        stall = duration;
        return this;
    }

    Repository repository(String reference) {
        return client().repository(ImageReference.parse(reference));
    }

    Publisher publisher(String reference) {
        return client().publisher(ImageReference.parse(reference));
    }

    WebFolder folder(String address) {
        return client().folder(URI.create(address));
    }

    private RegistryClient client() {
        Patience patience =
                new Patience(
                        Duration.ofSeconds(20),
                        stall,
                        3,
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(60),
                        waits::add,
                        new Random(1));
        RegistryClient client = new RegistryClient(options, patience, notices::add);
        clients.add(client);
        return client;
    }

    RegistryOptions options() {
        return options;
    }

    static Digest digest(byte[] bytes) {
        try {
            return Digest.ofSha256(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        clients.forEach(RegistryClient::close);
    }
}
