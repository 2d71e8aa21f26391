package io.plimsoll.registry;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is asked of a server.
///
/// @param body what goes along; it can be sent more than once
record Request(URI uri, Map<String, String> headers, String method, BodyPublisher body) {
    private static final String AUTHORIZATION = "Authorization";

    Request {
        headers = Map.copyOf(headers);
    }

    static Request get(URI uri) {
        return new Request(uri, Map.of(), "GET", BodyPublishers.noBody());
    }

    static Request head(URI uri) {
        return new Request(uri, Map.of(), "HEAD", BodyPublishers.noBody());
    }

    static Request post(URI uri) {
        return new Request(uri, Map.of(), "POST", BodyPublishers.noBody());
    }

    /// A POST of a form.
    static Request form(URI uri, String form) {
        return new Request(uri, Map.of(), "POST", BodyPublishers.ofString(form))
                .with("Content-Type", "application/x-www-form-urlencoded");
    }

    static Request put(URI uri, String type, byte[] bytes) {
        return new Request(uri, Map.of(), "PUT", BodyPublishers.ofByteArray(bytes))
                .with("Content-Type", type);
    }

    Request with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(uri, more, method, body);
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
        return new Request(to, kept, method, body);
    }

    /// Without its headers, which hold secrets.
    @Override
    public String toString() {
        return "request to " + Endpoint.hostOf(uri);
    }
}
