package io.plimsoll.registry;

import io.plimsoll.net.Proxies;
import io.plimsoll.net.WebProxy;
import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Sends requests: over TLS unless the host was named otherwise, again where a server is busy or a
/// connection breaks, and along redirects, by hand, so that nothing follows them that must not.
final class Transport implements AutoCloseable {
    private static final int REDIRECTS = 5;

    private final RegistryOptions options;
    private final Patience patience;
    private final Consumer<String> notice;
    private final Certificates certificates;
    private final Proxies proxies;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

    Transport(RegistryOptions options, Patience patience, Consumer<String> notice) {
        this.options = options;
        this.patience = patience;
        this.notice = notice;
        this.certificates = new Certificates(options);
        this.proxies = Proxies.of(options.environment());
    }

    Patience patience() {
        return patience;
    }

    RegistryOptions options() {
        return options;
    }

    void tell(String text) {
        notice.accept(text);
    }

    /// Sends a request until it is answered by something else than a redirect or "busy".
    ///
    /// @throws RegistryException if no answer came, or none that may be followed
    Answer send(Request request) throws RegistryException, InterruptedException {
        for (int failed = 1; ; failed++) {
            Duration wait;
            try {
                Answer answer = follow(request);
                if (!isBusy(answer.status())) {
                    return answer;
                }
                answer.close();
                wait = wait(answer, failed);
            } catch (RegistryException said) {
                throw said;
            } catch (IOException broken) {
                String host = Endpoint.hostOf(request.uri());
                if (failed >= patience.attempts() || Failures.isFinal(broken)) {
                    throw Failures.explained(broken, host);
                }
                wait = patience.backOff(failed);
            }
            patience.pause().of(wait);
        }
    }

    private static boolean isBusy(int status) {
        return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
    }

    private Duration wait(Answer busy, int failed) throws RegistryException {
        String who = busy.host() + " answers " + busy.status();
        Optional<Duration> asked = busy.retryAfter();
        if (asked.isPresent() && asked.get().compareTo(patience.longestWait()) > 0) {
            throw new RegistryException(
                    Reason.BUSY,
                    who
                            + " and asks to come back in "
                            + asked.get().toSeconds()
                            + " s; no longer than "
                            + patience.longestWait().toSeconds()
                            + " s are waited: try again later");
        }
        if (failed >= patience.attempts()) {
            throw new RegistryException(
                    Reason.BUSY, who + " for the " + failed + "th time; try again later");
        }
        if (asked.isPresent()) {
            tell(who + " and asks to wait " + asked.get().toSeconds() + " s");
        }
        return asked.orElseGet(() -> patience.backOff(failed));
    }

    private Answer follow(Request first) throws IOException, InterruptedException {
        Request request = first;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpResponse<InputStream> response = exchange(request);
            Optional<String> location = response.headers().firstValue("Location");
            if (!isRedirect(response.statusCode()) || location.isEmpty()) {
                return new Answer(
                        Endpoint.hostOf(request.uri()),
                        response.statusCode(),
                        response.headers(),
                        response.body());
            }
            response.body().close();
            request = request.redirected(next(request.uri(), location.get()));
        }
        throw refused(first.uri(), "redirects more than " + REDIRECTS + " times");
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /// Where a redirect leads. The address itself is never shown: its query may be a key.
    private URI next(URI from, String location) throws RegistryException {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException malformed) {
            throw refused(from, "redirects to an address that is none");
        }
        boolean known =
                to.getHost() != null
                        && ("https".equals(to.getScheme()) || "http".equals(to.getScheme()));
        if (!known || to.getUserInfo() != null) {
            throw refused(from, "redirects to an address that is not allowed");
        }
        if (to.getScheme().equals("http")
                && (from.getScheme().equals("https") || !Endpoint.mayBePlain(to, options))) {
            throw refused(
                    from,
                    "redirects to "
                            + Texts.plain(Endpoint.hostOf(to))
                            + " without TLS, which is not followed");
        }
        return to;
    }

    private static RegistryException refused(URI from, String what) {
        return new RegistryException(Reason.REFUSED, Endpoint.hostOf(from) + " " + what);
    }

    private HttpResponse<InputStream> exchange(Request request)
            throws IOException, InterruptedException {
        HttpRequest.Builder builder;
        try {
            builder = HttpRequest.newBuilder(request.uri());
        } catch (IllegalArgumentException malformed) {
            throw refused(request.uri(), "is no address that can be asked");
        }
        builder.timeout(patience.stall()).header("User-Agent", "plimsoll");
        request.headers().forEach(builder::header);
        switch (request.method()) {
            case "GET" -> builder.GET();
            case "HEAD" -> builder.HEAD();
            default -> builder.method(request.method(), request.body());
        }
        Optional<WebProxy> proxy = proxyFor(request.uri());
        HttpClient client = clientFor(request.uri(), proxy);
        if (proxy.isEmpty()) {
            return send(client, builder.build());
        }
        proxy.get()
                .authorization()
                .ifPresent(login -> builder.header("Proxy-Authorization", login));
        return throughProxy(client, builder.build(), proxy.get());
    }

    private HttpResponse<InputStream> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, info -> new BodyStream(patience.stall()));
        } catch (IllegalArgumentException odd) {
            // What the JDK has for a Content-Length that is no number.
            throw refused(request.uri(), "gives an answer that is no HTTP");
        }
    }

    private HttpResponse<InputStream> throughProxy(
            HttpClient client, HttpRequest request, WebProxy proxy)
            throws IOException, InterruptedException {
        String host = Endpoint.hostOf(request.uri());
        try {
            HttpResponse<InputStream> response = send(client, request);
            if (response.statusCode() == WebProxy.WANTS_LOGIN) {
                Optional<InputStream> body = Optional.ofNullable(response.body());
                if (body.isPresent()) {
                    // There is none where there is no tunnel.
                    body.get().close();
                }
                throw Failures.proxyWantsLogin(proxy);
            }
            return response;
        } catch (RegistryException said) {
            throw said;
        } catch (IOException failure) {
            throw Failures.ofProxy(failure, proxy, host);
        }
    }

    private Optional<WebProxy> proxyFor(URI uri) throws RegistryException {
        try {
            return proxies.of(uri);
        } catch (IllegalArgumentException unfit) {
            throw new RegistryException(Reason.CONFIGURATION, String.valueOf(unfit.getMessage()));
        }
    }

    private HttpClient clientFor(URI uri, Optional<WebProxy> proxy) throws RegistryException {
        String key = uri.getScheme() + "://" + Endpoint.hostOf(uri);
        HttpClient known = clients.get(key);
        if (known != null) {
            return known;
        }
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience.connect());
        proxy.ifPresent(each -> builder.proxy(proxies.selector()));
        if (uri.getScheme().equals("https")) {
            builder.sslContext(certificates.contextFor(Endpoint.hostOf(uri)));
        }
        HttpClient made = builder.build();
        HttpClient other = clients.putIfAbsent(key, made);
        return other == null ? made : other;
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
