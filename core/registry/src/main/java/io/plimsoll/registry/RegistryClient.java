package io.plimsoll.registry;

import java.util.List;
import java.util.function.Consumer;

/// A client of registries. It reads manifests and blobs; what they mean is the caller's affair.
///
/// Source: OCI distribution specification 1.1. TLS always, but for hosts that were named; credentials
/// only to the server that they are for; every answer bounded in size and in time.
public final class RegistryClient implements AutoCloseable {
    private final Transport transport;

    /// A client with no connection yet.
    ///
    /// @param notice told what a user should know, such as a mirror that is left out
    public RegistryClient(RegistryOptions options, Patience patience, Consumer<String> notice) {
        this.transport = new Transport(options, patience, notice);
    }

    /// A repository; nothing is asked yet.
    public Repository repository(ImageReference reference) {
        List<Server> servers =
                new Mirrors(transport)
                        .of(reference.registry()).stream()
                                .map(endpoint ->
                                        new Server(transport, endpoint, reference.repository()))
                                .toList();
        return new Repository(
                transport, servers, reference.registry() + "/" + reference.repository());
    }

    /// Breaks off what is under way.
    @Override
    public void close() {
        transport.close();
    }
}
