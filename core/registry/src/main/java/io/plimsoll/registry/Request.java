package io.plimsoll.registry;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is asked of a server.
///
/// @param form the body of a POST; without one it is a GET
record Request(URI uri, Map<String, String> headers, Optional<String> form) {
    private static final String AUTHORIZATION = "Authorization";

    Request {
        headers = Map.copyOf(headers);
    }

    static Request get(URI uri) {
        return new Request(uri, Map.of(), Optional.empty());
    }

    Request with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(uri, more, form);
    }

    Request authorized(Optional<String> value) {
        return value.map(each -> with(AUTHORIZATION, each)).orElse(this);
    }

    /// The same for another address; what proves who asks stays behind where it is another server.
    Request redirected(URI to) {
        Map<String, String> kept = new LinkedHashMap<>(headers);
        if (!Endpoint.isSame(uri, to)) {
            kept.remove(AUTHORIZATION);
        }
        return new Request(to, kept, form);
    }

    /// Without its headers, which hold secrets.
    @Override
    public String toString() {
        return "request to " + Endpoint.hostOf(uri);
    }
}
