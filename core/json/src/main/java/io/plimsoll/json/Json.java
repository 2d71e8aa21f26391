package io.plimsoll.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Reads JSON documents, whole or in part.
///
/// Source: RFC 8259, to the letter: UTF-8, a byte order mark passed over, nothing after the document.
/// Where a name comes twice in an object, the last one counts.
public final class Json {
    /// Nesting of documents that come from outside: see `Limit.JSON_DEPTH`.
    public static final int DEFAULT_DEPTH = 200;

    private Json() {}

    /// Reads a document, bounded in depth only: the caller bounds its size.
    ///
    /// @throws JsonFormatException if it is no JSON, or nests deeper than `maxDepth`
    /// @throws IOException if the bytes did not come
    public static JsonValue parse(InputStream in, int maxDepth)
            throws IOException, JsonFormatException {
        return JsonDocument.read(in, maxDepth, Long.MAX_VALUE, JsonTree::value);
    }

    /// Reads a document, bounded in depth and in what its tree takes beside its characters.
    ///
    /// @param maxTokens names, values, and beginnings and ends of arrays and objects
    /// @throws JsonFormatException if it is no JSON, or goes beyond a bound
    /// @throws IOException if the bytes did not come
    public static JsonValue parse(InputStream in, int maxDepth, long maxTokens)
            throws IOException, JsonFormatException {
        return JsonDocument.read(in, maxDepth, maxTokens, JsonTree::value);
    }

    /// Reads a document that is already in memory.
    ///
    /// @throws JsonFormatException if it is no JSON
    public static JsonValue parse(byte[] bytes) throws JsonFormatException {
        return parse(bytes, DEFAULT_DEPTH, Long.MAX_VALUE);
    }

    /// Reads a document that is already in memory, bounded in depth and in what its tree takes.
    ///
    /// @param maxTokens names, values, and beginnings of arrays and objects; each takes up to some
    ///     80 bytes of memory beside its characters
    /// @throws JsonFormatException if it is no JSON, or goes beyond a bound
    public static JsonValue parse(byte[] bytes, int maxDepth, long maxTokens)
            throws JsonFormatException {
        try {
            InputStream in = new ByteArrayInputStream(bytes);
            return JsonDocument.read(in, maxDepth, maxTokens, JsonTree::value);
        } catch (IOException impossible) {
            throw new JsonFormatException(String.valueOf(impossible.getMessage()));
        }
    }

    /// Reads a document whose one large array is visited element by element, never held whole.
    ///
    /// @param array name of the top-level array to visit
    /// @param element takes its objects, in order
    /// @return the other top-level members; none where the document is no object
    /// @throws JsonFormatException if it is no JSON; elements before the fault were visited
    /// @throws IOException if the bytes did not come
    public static JsonObject stream(InputStream in, String array, Consumer<JsonObject> element)
            throws IOException, JsonFormatException {
        return JsonDocument.read(
                in, DEFAULT_DEPTH, Long.MAX_VALUE, tree -> tree.members(array, element));
    }

    /// Reads the wanted top-level members of a document and passes over the others without building
    /// them.
    ///
    /// @param wanted names of the members to read
    /// @param member takes name and value, in the order of the document; a name may come twice
    /// @throws JsonFormatException if it is no JSON object, or nests deeper than `maxDepth`; members
    ///     before the fault were visited
    /// @throws IOException if the bytes did not come
    public static void members(
            InputStream in, Set<String> wanted, int maxDepth, BiConsumer<String, JsonValue> member)
            throws IOException, JsonFormatException {
        boolean isObject =
                JsonDocument.read(
                        in, maxDepth, Long.MAX_VALUE, tree -> tree.members(wanted, member));
        if (!isObject) {
            throw new JsonFormatException("the document is no object");
        }
    }
}
