package io.plimsoll.registry;

import io.plimsoll.net.WebProxy;
import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// What the JVM says of a connection, in words that help.
final class Failures {
    /// What the JDK says where a proxy opens no tunnel, before the status.
    private static final String NO_TUNNEL = "Tunnel failed, got: ";

    private Failures() {}

    /// Whether the same attempt would fail in the same way.
    static boolean isFinal(IOException failure) {
        boolean refused =
                failure instanceof ConnectException && !(failure instanceof HttpTimeoutException);
        return refused
                || find(failure, UnknownHostException.class).isPresent()
                || find(failure, SSLException.class).isPresent();
    }

    /// The failure with the host, what happened and what to do.
    static RegistryException explained(IOException failure, String host) {
        Optional<ExplainingTrust.Untrusted> untrusted =
                find(failure, ExplainingTrust.Untrusted.class);
        if (untrusted.isPresent()) {
            return new RegistryException(
                    Reason.UNTRUSTED, String.valueOf(untrusted.get().getMessage()), failure);
        }
        if (isUnknownHost(failure)) {
            return unreachable(
                    "the host of " + host + " is unknown; check the name, and the network",
                    failure);
        }
        Optional<SSLException> tls = find(failure, SSLException.class);
        if (tls.isPresent()) {
            return unreachable(tlsFailure(String.valueOf(tls.get().getMessage()), host), failure);
        }
        return unreachable(
                switch (failure) {
                    case HttpConnectTimeoutException late ->
                            "no connection to " + host + " in time";
                    case HttpTimeoutException late -> host + " does not answer in time";
                    case ConnectException refused ->
                            "no connection to "
                                    + host
                                    + ": it is refused; does a registry run there?";
                    default ->
                            "the connection to "
                                    + host
                                    + " broke: "
                                    + Texts.plain(String.valueOf(failure.getMessage()));
                },
                failure);
    }

    /// A failure on the way through a proxy: what concerns the proxy itself is said at once, all else is
    /// as it was.
    static IOException ofProxy(IOException failure, WebProxy proxy, String host) {
        String remedy = "; correct the variable, or list the host in NO_PROXY if it needs no proxy";
        if (isUnknownHost(failure)) {
            return unreachable(
                    "no connection to "
                            + host
                            + ": the host of "
                            + proxy.described()
                            + " is unknown"
                            + remedy,
                    failure);
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return unreachable(
                    "no connection to "
                            + host
                            + " in time: "
                            + proxy.described()
                            + " does not answer"
                            + remedy,
                    failure);
        }
        if (failure instanceof ConnectException && !(failure instanceof HttpTimeoutException)) {
            return unreachable(
                    "no connection to " + host + ": " + proxy.described() + " refuses it" + remedy,
                    failure);
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith(NO_TUNNEL)) {
            String status = message.substring(NO_TUNNEL.length());
            return status.equals(String.valueOf(WebProxy.WANTS_LOGIN))
                    ? proxyWantsLogin(proxy)
                    : unreachable(
                            "no connection to "
                                    + host
                                    + ": "
                                    + proxy.described()
                                    + " does not let it through (it answers "
                                    + Texts.plain(status)
                                    + ")"
                                    + remedy,
                            failure);
        }
        return failure;
    }

    static RegistryException proxyWantsLogin(WebProxy proxy) {
        return new RegistryException(Reason.REFUSED, proxy.refusal());
    }

    private static boolean isUnknownHost(IOException failure) {
        return find(failure, UnresolvedAddressException.class).isPresent()
                || find(failure, UnknownHostException.class).isPresent();
    }

    private static String tlsFailure(String message, String host) {
        if (message.contains("certificate_required") || message.contains("bad_certificate")) {
            return host
                    + " wants a certificate of the client, and refuses the one it was shown or that"
                    + " none was; put NAME.cert and NAME.key into /etc/docker/certs.d/"
                    + host;
        }
        if (message.contains("plaintext") || message.contains("nrecognized SSL message")) {
            return host
                    + " does not speak TLS; if it is to be spoken to without, say --plain-http "
                    + host;
        }
        return "no TLS with " + host + ": " + Texts.plain(message);
    }

    private static RegistryException unreachable(String message, IOException cause) {
        return new RegistryException(Reason.UNREACHABLE, message, cause);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < 20; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
            depth++;
        }
        return Optional.empty();
    }
}
