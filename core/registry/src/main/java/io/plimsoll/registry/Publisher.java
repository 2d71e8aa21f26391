package io.plimsoll.registry;

import io.plimsoll.model.Digest;
import io.plimsoll.registry.RegistryException.Reason;
import java.net.URI;

/// Puts blobs and manifests into a repository.
///
/// Source: OCI distribution specification, "Push".
public final class Publisher {
    private static final String BYTES = "application/octet-stream";

    private final Transport transport;
    private final Server server;

    Publisher(Transport transport, Server server) {
        this.transport = transport;
        this.server = server;
    }

    /// Puts a blob, unless the repository has it.
    ///
    /// @param digest of the bytes
    /// @return whether it was sent
    /// @throws RegistryException if the registry does not take it
    public boolean blob(Digest digest, byte[] bytes)
            throws RegistryException, InterruptedException {
        String what = "blob '" + digest + "'";
        try (Answer there = server.send(Request.head(server.address("blobs/" + digest)))) {
            if (there.status() == 200) {
                return false;
            }
            if (there.status() != 404) {
                throw server.failure(there, what);
            }
        }
        URI start = server.address("blobs/uploads/");
        URI place;
        try (Answer begun = server.send(Request.post(start))) {
            if (begun.status() != 202) {
                throw server.failure(begun, "place for the " + what);
            }
            place = place(start, begun.header("Location"));
        }
        String separator = place.getRawQuery() == null ? "?" : "&";
        Request put = Request.put(URI.create(place + separator + "digest=" + digest), BYTES, bytes);
        boolean own = Endpoint.isSame(start, place);
        try (Answer done = own ? server.send(put) : transport.send(put)) {
            if (done.status() != 201) {
                throw server.failure(done, what);
            }
        }
        return true;
    }

    /// Puts a manifest under a tag; its blobs must be there.
    ///
    /// @throws RegistryException if the registry does not take it
    public void manifest(String tag, String type, byte[] bytes)
            throws RegistryException, InterruptedException {
        Request put = Request.put(server.address("manifests/" + tag), type, bytes);
        try (Answer done = server.send(put)) {
            if (done.status() != 201) {
                throw server.failure(done, "tag '" + tag + "'");
            }
        }
    }

    /// Where the bytes of a blob go: never without TLS to a server that was not named so.
    private URI place(URI from, String location) throws RegistryException {
        try {
            URI to = from.resolve(location);
            boolean allowed =
                    "https".equals(to.getScheme())
                            || ("http".equals(to.getScheme())
                                    && Endpoint.mayBePlain(to, transport.options()));
            if (!location.isEmpty() && to.getHost() != null && allowed) {
                return to;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw new RegistryException(
                Reason.REFUSED, server.name() + " names no place that a blob may be sent to");
    }
}
