package io.plimsoll.net;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The hosts that `NO_PROXY` lists, with commas or spaces between them: a domain, which stands for what
/// lies below it too; an address; a network as `10.0.0.0/8`; each but the last with a port if it is
/// meant for that port alone; or `*` for all.
///
/// Source: libcurl's `CURLOPT_NOPROXY`. Names are not looked up, so a network covers only hosts that are
/// given as addresses.
record NoProxy(List<String> entries) {
    static NoProxy parse(String text) {
        return new NoProxy(
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                        .filter(entry -> !entry.isEmpty())
                        .toList());
    }

    /// Whether a host is reached without a proxy.
    ///
    /// @param host as an address has it, IPv6 in brackets
    boolean covers(String host, int port) {
        String name = withoutDot(bare(host.toLowerCase(Locale.ROOT)));
        Optional<InetAddress> address = literal(name);
        return entries.stream().anyMatch(entry -> covers(entry, name, address, port));
    }

    private static boolean covers(
            String entry, String name, Optional<InetAddress> address, int port) {
        if (entry.equals("*")) {
            return true;
        }
        int slash = entry.indexOf('/');
        if (slash >= 0) {
            Optional<InetAddress> network = literal(bare(entry.substring(0, slash)));
            return address.isPresent()
                    && network.isPresent()
                    && isWithin(address.get(), network.get(), entry.substring(slash + 1));
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort =
                colon >= 0 && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
        if (hasPort && !entry.substring(colon + 1).equals(String.valueOf(port))) {
            return false;
        }
        String listed = withoutDot(bare(hasPort ? entry.substring(0, colon) : entry));
        if (address.isPresent()) {
            return literal(listed).filter(address.get()::equals).isPresent();
        }
        String domain = listed.startsWith("*.") ? listed.substring(2) : listed;
        domain = domain.startsWith(".") ? domain.substring(1) : domain;
        return !domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain));
    }

    private static boolean isWithin(InetAddress address, InetAddress network, String length) {
        byte[] one = address.getAddress();
        byte[] other = network.getAddress();
        boolean number =
                !length.isEmpty()
                        && length.length() <= 3
                        && length.chars().allMatch(c -> c >= '0' && c <= '9');
        int bits = number ? Integer.parseInt(length) : -1;
        if (one.length != other.length || bits < 0 || bits > one.length * 8) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<InetAddress> literal(String text) {
        boolean mayBe =
                !text.isEmpty() && (text.indexOf(':') >= 0 || Character.isDigit(text.charAt(0)));
        try {
            return mayBe ? Optional.of(InetAddress.ofLiteral(text)) : Optional.empty();
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
