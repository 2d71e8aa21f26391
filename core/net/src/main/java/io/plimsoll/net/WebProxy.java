package io.plimsoll.net;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// A proxy that is spoken to without TLS; through it TLS goes in a tunnel (`CONNECT`).
///
/// @param variable of the environment that names it
/// @param host without brackets
/// @param login shown to the proxy and to nobody else
public record WebProxy(String variable, String host, int port, Optional<Login> login) {
    /// Where a variable names none. Source: curl(1), `--proxy`.
    private static final int DEFAULT_PORT = 1080;

    /// What a proxy answers that wants a login. Source: RFC 9110, section 15.5.8.
    public static final int WANTS_LOGIN = 407;

    private static final int LAST_PORT = 65_535;

    /// A name and a password. Its text shows neither.
    public record Login(String user, String password) {
        PasswordAuthentication toJdk() {
            return new PasswordAuthentication(user, password.toCharArray());
        }

        @Override
        public String toString() {
            return "a login";
        }
    }

    /// Reads `[http://][NAME[:PASSWORD]@]HOST[:PORT][/]`; name and password may be percent-encoded.
    static WebProxy parse(String variable, String text) {
        int scheme = text.indexOf("://");
        if (scheme >= 0 && !text.substring(0, scheme).toLowerCase(Locale.ROOT).equals("http")) {
            throw unfit(variable, "a proxy that is not spoken to by http://");
        }
        String rest = text.substring(scheme < 0 ? 0 : scheme + 3);
        int at = rest.lastIndexOf('@');
        String server = rest.substring(at + 1).replaceFirst("[/?#].*", "");
        int colon = server.lastIndexOf(':');
        boolean hasPort = colon > server.lastIndexOf(']');
        String host = hasPort ? server.substring(0, colon) : server;
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty() || !host.chars().allMatch(WebProxy::isOfHost)) {
            throw unfit(variable, "no host of a proxy");
        }
        int port = hasPort ? port(variable, server.substring(colon + 1)) : DEFAULT_PORT;
        return new WebProxy(variable, host, port, login(at < 0 ? "" : rest.substring(0, at)));
    }

    private static boolean isOfHost(int c) {
        return c < 0x7f && (Character.isLetterOrDigit(c) || "-._:%".indexOf(c) >= 0);
    }

    private static int port(String variable, String text) {
        boolean number =
                !text.isEmpty()
                        && text.length() <= 5
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = number ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw unfit(variable, "a proxy with a port that is none");
        }
        return port;
    }

    private static Optional<Login> login(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        String user = colon < 0 ? text : text.substring(0, colon);
        return Optional.of(
                new Login(decoded(user), colon < 0 ? "" : decoded(text.substring(colon + 1))));
    }

    private static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (bytes[i] == '%' && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(bytes[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException unfit(String variable, String what) {
        return new IllegalArgumentException(
                variable
                        + " names "
                        + what
                        + "; write it as http://HOST:PORT, or list what needs none in NO_PROXY");
    }

    /// For messages: `the proxy HOST:PORT (VARIABLE)`.
    public String described() {
        String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return "the proxy " + shown + ":" + port + " (" + variable + ")";
    }

    /// For messages: that it answered 407.
    public String refusal() {
        return described()
                + (login.isPresent()
                        ? " does not accept the name and password that stand there"
                        : " wants a login; write it as http://NAME:PASSWORD@HOST:PORT");
    }

    /// The value of `Proxy-Authorization`. Source: RFC 7617.
    public Optional<String> authorization() {
        return login.map(each ->
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (each.user() + ":" + each.password())
                                                .getBytes(StandardCharsets.UTF_8)));
    }

    /// The same for the JDK's client, which looks the host up.
    public Proxy toProxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    boolean is(String otherHost, int otherPort) {
        return host.equalsIgnoreCase(otherHost) && port == otherPort;
    }
}
