package io.plimsoll.registry;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// A client of registries, and of plain web servers. It reads and writes manifests, blobs and files;
/// what they mean is the caller's affair.
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
                                        new Server(
                                                transport,
                                                endpoint,
                                                reference.repository(),
                                                "pull"))
                                .toList();
        return new Repository(
                transport, servers, reference.registry() + "/" + reference.repository());
    }

    /// A repository to put something into; its registry itself is asked, no mirror.
    public Publisher publisher(ImageReference reference) {
        Endpoint endpoint = Endpoint.of(reference.registry(), transport.options(), false);
        return new Publisher(
                transport, new Server(transport, endpoint, reference.repository(), "pull,push"));
    }

    /// A folder on a web server; nothing is asked yet.
    ///
    /// @throws IllegalArgumentException if it is no http or https address, or holds a password
    public WebFolder folder(URI base) {
        return new WebFolder(transport, base);
    }

    /// Breaks off what is under way.
    @Override
    public void close() {
        transport.close();
    }
}
