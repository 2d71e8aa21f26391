package io.plimsoll.registry;

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
        boolean unknown =
                find(failure, UnresolvedAddressException.class).isPresent()
                        || find(failure, UnknownHostException.class).isPresent();
        if (unknown) {
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
