package io.plimsoll.registry;

import java.net.URI;
import java.util.Locale;

/// A server that speaks the protocol.
///
/// @param name of the registry as a person knows it
/// @param base `https://HOST[:PORT]`, or with `http` where that was asked for
/// @param mirror whether it stands for another one
record Endpoint(String name, URI base, boolean mirror) {
    private static final String HUB_HOST = "registry-1.docker.io";

    /// The server of a registry.
    static Endpoint of(String registry, RegistryOptions options, boolean mirror) {
        String host = registry.equals(ImageReference.DOCKER_HUB) ? HUB_HOST : registry;
        URI secure = URI.create("https://" + host);
        String scheme = mayBePlain(secure, options) ? "http" : "https";
        return new Endpoint(registry, URI.create(scheme + "://" + host), mirror);
    }

    URI resolve(String path) {
        return URI.create(base + path);
    }

    /// Whether a server was named as one to speak to without TLS: by host and port, or by the host
    /// alone.
    static boolean mayBePlain(URI uri, RegistryOptions options) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        return options.plainHttp().stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .anyMatch(each -> each.equals(host) || each.equals(host + ":" + uri.getPort()));
    }

    /// `HOST[:PORT]` of an address, for messages and for folders of certificates.
    static String hostOf(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// Whether what is meant for one server may go to another: only to the same host, port and
    /// scheme.
    static boolean isSame(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("http") ? 80 : 443;
    }
}
