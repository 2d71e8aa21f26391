package io.plimsoll.truth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The bounds of all ranges in an OSV ecosystem's `all.zip`.
final class OsvBounds {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> EVENTS =
            Set.of("introduced", "fixed", "last_affected", "limit");

    /// Objects and arrays around a bound: `{affected: [{ranges: [{events: [{introduced: …}]}]}]}`.
    /// Other lists of events, such as Go's `custom_ranges`, lie deeper.
    private static final int EVENT_DEPTH = 7;

    private OsvBounds() {}

    /// Every bound once, sorted as text, without the `0` that means "before every version" and
    /// without the commits of Git ranges.
    static List<String> of(String ecosystem) {
        Set<String> bounds = new TreeSet<>();
        String name = "vulndata/osv/" + ecosystem + "/all.zip";
        try (ZipFile zip = new ZipFile(SharedFolder.find().resolve(name).toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    collect(in, bounds);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        bounds.remove("0");
        return List.copyOf(bounds);
    }

    private static void collect(InputStream in, Set<String> bounds) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            boolean affected = false;
            int depth = 0;
            while (parser.nextToken() != null) {
                JsonToken token = parser.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                    affected = parser.currentName().equals("affected");
                }
                if (affected
                        && depth == EVENT_DEPTH
                        && token == JsonToken.VALUE_STRING
                        && EVENTS.contains(parser.currentName() == null ? "" : parser.currentName())
                        && !isCommit(parser.getString())) {
                    bounds.add(parser.getString());
                }
            }
        }
    }

    private static boolean isCommit(String bound) {
        return bound.matches("[0-9a-f]{40}");
    }
}
