package io.plimsoll.net;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which proxy the environment names for an address: `HTTPS_PROXY` for `https`, `HTTP_PROXY` for
/// `http`, unless `NO_PROXY` lists the host; in lower case as well, which counts first.
///
/// Source: curl(1), "ENVIRONMENT", and libcurl's `CURLOPT_NOPROXY`. Unlike curl `HTTP_PROXY` counts in
/// upper case too: nothing here runs as a CGI program, for which a stranger could set it.
public final class Proxies {
    /// The JDK sends no password to a proxy before a tunnel unless this is set, and reads it once, when
    /// its first client is made. Source: the JDK's `conf/net.properties`.
    private static final String TUNNELLING = "jdk.http.auth.tunneling.disabledSchemes";

    private final Map<String, String> environment;
    private final NoProxy exceptions;

    private Proxies(Map<String, String> environment) {
        this.environment = environment;
        this.exceptions = NoProxy.parse(variable("no_proxy").value());
    }

    /// The proxies of an environment. What its variables hold is read when it is needed.
    public static Proxies of(Map<String, String> environment) {
        Proxies proxies = new Proxies(Map.copyOf(environment));
        boolean login =
                Stream.of("http", "https")
                        .anyMatch(scheme ->
                                proxies.variable(scheme + "_proxy").value().contains("@"));
        if (login && System.getProperty(TUNNELLING) == null) {
            System.setProperty(TUNNELLING, "");
        }
        return proxies;
    }

    /// The proxy for an address.
    ///
    /// @throws IllegalArgumentException if the variable names none that can be spoken to; its message
    ///     names the variable and nothing of its value but the scheme
    public Optional<WebProxy> of(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        Variable variable = variable(scheme + "_proxy");
        int port = address.getPort();
        int known = port >= 0 ? port : scheme.equals("http") ? 80 : 443;
        return variable.value().isEmpty() || exceptions.covers(host, known)
                ? Optional.empty()
                : Optional.of(WebProxy.parse(variable.name(), variable.value()));
    }

    /// The same for the JDK's client.
    public ProxySelector selector() {
        return new Selector(this);
    }

    /// Knows the logins of the proxies, and no others; empty where no proxy has one.
    public Optional<Authenticator> authenticator() {
        List<WebProxy> all =
                Stream.of("http", "https")
                        .map(scheme -> variable(scheme + "_proxy"))
                        .filter(each -> each.value().contains("@"))
                        .map(each -> WebProxy.parse(each.name(), each.value()))
                        .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new Logins(all));
    }

    private record Variable(String name, String value) {}

    private Variable variable(String lower) {
        String upper = lower.toUpperCase(Locale.ROOT);
        String value = environment.getOrDefault(lower, "").strip();
        return value.isEmpty()
                ? new Variable(upper, environment.getOrDefault(upper, "").strip())
                : new Variable(lower, value);
    }

    private static final class Selector extends ProxySelector {
        private final Proxies proxies;

        Selector(Proxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI address) {
            return List.of(proxies.of(address).map(WebProxy::toProxy).orElse(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
            // Whoever asked gets the failure.
        }
    }

    private static final class Logins extends Authenticator {
        private final List<WebProxy> proxies;

        Logins(List<WebProxy> proxies) {
            this.proxies = proxies;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? proxies.stream()
                            .filter(each -> each.is(getRequestingHost(), getRequestingPort()))
                            .flatMap(each -> each.login().stream())
                            .map(WebProxy.Login::toJdk)
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }
}
