package io.plimsoll.report.common;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/// Texts of an image as legal URIs.
///
/// Source: RFC 3986.
public final class Uris {
    private static final String UNRESERVED = "-._~!$&'()*+,;=@/";
    private static final String HEX = "0123456789ABCDEF";

    private Uris() {}

    /// A name or path as a relative reference: without leading slashes, each byte that a path may not
    /// hold, and the colon, percent-encoded; `.` where nothing is left.
    public static String relative(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        StringBuilder uri = new StringBuilder();
        for (byte each : path.substring(start).getBytes(StandardCharsets.UTF_8)) {
            append(each & 0xff, uri);
        }
        return uri.isEmpty() ? "." : uri.toString();
    }

    private static void append(int octet, StringBuilder uri) {
        boolean plain =
                (octet >= 'a' && octet <= 'z')
                        || (octet >= 'A' && octet <= 'Z')
                        || (octet >= '0' && octet <= '9')
                        || UNRESERVED.indexOf(octet) >= 0;
        if (plain) {
            uri.append((char) octet);
        } else {
            uri.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
        }
    }

    /// Whether a text is a legal address of the web, which a reader may turn into a link.
    public static boolean isWeb(String text) {
        if (!text.startsWith("https://") && !text.startsWith("http://")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>') {
                return false;
            }
        }
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException illegal) {
            return false;
        }
    }
}
