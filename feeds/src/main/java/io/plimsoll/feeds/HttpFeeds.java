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

    private final URI base;
    private final Proxies proxies;
    private final HttpClient client;

    /// @param base folder of the feeds; a final slash is added where it lacks one
    /// @throws IllegalArgumentException if it is neither http nor https, or a proxy is none
    HttpFeeds(URI base, Proxies proxies) {
        String scheme = String.valueOf(base.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("'" + base + "' is no http or https address");
        }
        this.base = base.toString().endsWith("/") ? base : URI.create(base + "/");
        this.proxies = proxies;
        this.client = client(base, proxies);
    }

    private static HttpClient client(URI base, Proxies proxies) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NORMAL);
        if (proxies.of(base).isPresent()) {
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
        URI address = base.resolve(encode(path));
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
        Optional<WebProxy> proxy = proxies.of(base);
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException refused) {
            // The JDK's own message is empty.
            throw new IOException(
                    "no connection to "
                            + proxy.map(WebProxy::described).orElseGet(this::server)
                            + "; the data is as before",
                    refused);
        }
        if (proxy.isPresent() && response.statusCode() == WebProxy.WANTS_LOGIN) {
            throw new IOException(proxy.get().refusal());
        }
        return response;
    }

    private String server() {
        return base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
    }

    private static Fingerprint fingerprint(HttpResponse<InputStream> response) {
        return new Fingerprint(
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Last-Modified").orElse(""));
    }

    private static URI encode(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (java.net.URISyntaxException malformed) {
            throw new IllegalArgumentException("'" + path + "' is no path", malformed);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
