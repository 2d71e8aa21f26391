package io.plimsoll.feeds;

import io.plimsoll.feeds.FetchResult.Fingerprint;
import io.plimsoll.net.Proxies;
import io.plimsoll.net.WebProxy;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Asks a web server for files of a feed, with conditional requests.
///
/// Source: RFC 9110, section 13, "Conditional Requests".
final class HttpFeeds implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final FeedPlaces places;
    private final Proxies proxies;
    private final HttpClient client;

    /// @throws IllegalArgumentException if a proxy is none
    HttpFeeds(FeedPlaces places, Proxies proxies) {
        this.places = places;
        this.proxies = proxies;
        this.client = client(places, proxies);
    }

    private static HttpClient client(FeedPlaces places, Proxies proxies) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NORMAL);
        if (places.bases().values().stream().anyMatch(base -> proxies.of(base).isPresent())) {
            builder.proxy(proxies.selector());
            proxies.authenticator().ifPresent(builder::authenticator);
        }
        return builder.build();
    }

    /// Asks for one file.
    ///
    /// @param path relative, with `/`, not encoded
    /// @throws IOException if the server cannot be reached or answers with an error
    FetchResult fetch(String path, Fingerprint known) throws IOException, InterruptedException {
        URI address = places.of(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER_TIMEOUT).GET();
        request.header("User-Agent", "plimsoll");
        if (!known.etag().isEmpty()) {
            request.header("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            request.header("If-Modified-Since", known.lastModified());
        }
        HttpResponse<InputStream> response = send(request.build());
        return switch (response.statusCode()) {
            case OK -> new FetchResult.Content(response.body(), fingerprint(response));
            case NOT_MODIFIED -> {
                response.body().close();
                yield new FetchResult.Unchanged();
            }
            case NOT_FOUND, GONE -> {
                response.body().close();
                yield new FetchResult.Absent();
            }
            default -> {
                response.body().close();
                throw new IOException(
                        address + " answered " + response.statusCode() + "; the data is as before");
            }
        };
    }

    private HttpResponse<InputStream> send(HttpRequest request)
            throws IOException, InterruptedException {
        Optional<WebProxy> proxy = proxies.of(request.uri());
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException refused) {
            // The JDK's own message is empty.
            throw new IOException(
                    "no connection to "
                            + proxy.map(WebProxy::described).orElseGet(() -> server(request.uri()))
                            + "; the data is as before",
                    refused);
        }
        if (proxy.isPresent() && response.statusCode() == WebProxy.WANTS_LOGIN) {
            throw new IOException(proxy.get().refusal());
        }
        return response;
    }

    private static String server(URI address) {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static Fingerprint fingerprint(HttpResponse<InputStream> response) {
        return new Fingerprint(
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Last-Modified").orElse(""));
    }

    @Override
    public void close() {
        client.close();
    }
}
