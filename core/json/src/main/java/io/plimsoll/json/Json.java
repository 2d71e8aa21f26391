package io.plimsoll.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON documents, whole or in part.
public final class Json {
    /// Nesting of documents that come from outside: see `Limit.JSON_DEPTH`.
    public static final int DEFAULT_DEPTH = 200;

    /// Jackson's word for no bound on the number of tokens.
    private static final long UNBOUNDED = Long.MAX_VALUE;

    /// Shared because a factory knows the member names that it has seen, which makes thousands of
    /// small documents of one kind quick.
    private static final JsonFactory STANDARD = newFactory(DEFAULT_DEPTH, UNBOUNDED);

    private Json() {}

    /// Reads a document, bounded in depth only: the caller bounds its size.
    ///
    /// @throws JsonFormatException if it is no JSON, or nests deeper than `maxDepth`
    /// @throws IOException if the bytes did not come
    public static JsonValue parse(InputStream in, int maxDepth)
            throws IOException, JsonFormatException {
        return read(new Source(in), factory(maxDepth), Json::value);
    }

    /// Reads a document, bounded in depth and in what its tree takes beside its characters.
    ///
    /// @param maxTokens see the other with a bound of tokens
    /// @throws JsonFormatException if it is no JSON, or goes beyond a bound
    /// @throws IOException if the bytes did not come
    public static JsonValue parse(InputStream in, int maxDepth, long maxTokens)
            throws IOException, JsonFormatException {
        return read(new Source(in), newFactory(maxDepth, maxTokens), Json::value);
    }

    /// Reads a document that is already in memory.
    ///
    /// @throws JsonFormatException if it is no JSON
    public static JsonValue parse(byte[] bytes) throws JsonFormatException {
        return parse(STANDARD, bytes);
    }

    /// Reads a document that is already in memory, bounded in depth and in what its tree takes.
    ///
    /// @param maxTokens names, values, and beginnings and ends of arrays and objects; each takes up
    ///     to some 80 bytes of memory beside its characters
    /// @throws JsonFormatException if it is no JSON, or goes beyond a bound
    public static JsonValue parse(byte[] bytes, int maxDepth, long maxTokens)
            throws JsonFormatException {
        JsonFactory factory = newFactory(maxDepth, maxTokens);
        return parse(factory, bytes);
    }

    /// Reads a document whose one large array is visited element by element, never held whole.
    ///
    /// @param array name of the top-level array to visit
    /// @param element takes its objects, in order
    /// @return the other top-level members
    /// @throws JsonFormatException if it is no JSON object; elements before the fault were visited
    /// @throws IOException if the bytes did not come
    public static JsonObject stream(InputStream in, String array, Consumer<JsonObject> element)
            throws IOException, JsonFormatException {
        return read(
                new Source(in), factory(DEFAULT_DEPTH), parser -> members(parser, array, element));
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
                read(new Source(in), factory(maxDepth), parser -> visit(parser, wanted, member));
        if (!isObject) {
            throw new JsonFormatException("the document is no object");
        }
    }

    private static JsonValue parse(JsonFactory factory, byte[] bytes) throws JsonFormatException {
        try {
            return read(new Source(new ByteArrayInputStream(bytes)), factory, Json::value);
        } catch (IOException impossible) {
            throw new JsonFormatException(String.valueOf(impossible.getMessage()));
        }
    }

    private static boolean visit(
            JsonParser parser, Set<String> wanted, BiConsumer<String, JsonValue> member) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return false;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (wanted.contains(name)) {
                member.accept(name, value(parser));
            } else {
                parser.skipChildren();
            }
        }
        return true;
    }

    private static JsonObject members(
            JsonParser parser, String array, Consumer<JsonObject> element) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return JsonObject.EMPTY;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals(array) && token == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    element.accept(value(parser).asObject());
                }
            } else {
                members.put(name, value(parser));
            }
        }
        return new JsonObject(members);
    }

    private static JsonFactory factory(int maxDepth) {
        return maxDepth == DEFAULT_DEPTH ? STANDARD : newFactory(maxDepth, UNBOUNDED);
    }

    private static JsonFactory newFactory(int maxDepth, long maxTokens) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(maxDepth)
                                .maxTokenCount(maxTokens)
                                .maxStringLength(Integer.MAX_VALUE)
                                .maxNumberLength(1000)
                                .build())
                .build();
    }

    private static <T> T read(Source source, JsonFactory factory, Function<JsonParser, T> reader)
            throws IOException, JsonFormatException {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), source)) {
            return document(parser, reader);
        } catch (JacksonIOException failed) {
            // Jackson has exceptions of input and output of its own, for encodings that it refuses.
            source.rethrowOwn();
            throw new JsonFormatException("the bytes are no text: " + failed.getOriginalMessage());
        } catch (JacksonException broken) {
            throw new JsonFormatException(described(broken, broken.getLocation()));
        }
    }

    private static <T> T document(JsonParser parser, Function<JsonParser, T> reader)
            throws JsonFormatException {
        try {
            if (parser.nextToken() == null) {
                throw new JsonFormatException("the document is empty");
            }
            T value = reader.apply(parser);
            if (parser.nextToken() != null) {
                throw new JsonFormatException(
                        "something follows the document at " + at(parser.currentTokenLocation()));
            }
            return value;
        } catch (StreamConstraintsException limited) {
            // An exception about the number of tokens does not know the place.
            String message = described(limited, parser.currentLocation());
            int depth = parser.streamReadContext().getNestingDepth();
            throw depth > parser.streamReadConstraints().getMaxNestingDepth()
                    ? JsonFormatException.tooDeep(message)
                    : JsonFormatException.limit(message);
        }
    }

    private static String described(JacksonException broken, TokenStreamLocation location) {
        // Jackson names the place where an array or object began in words of its own.
        String message = broken.getOriginalMessage();
        int start = message.indexOf(" (start marker at ");
        return (start < 0 ? message : message.substring(0, start)) + " at " + at(location);
    }

    private static String at(TokenStreamLocation location) {
        if (location == null || location.getLineNr() < 0) {
            return "an unknown place";
        }
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static JsonValue value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonValue.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(parser.getString());
            case VALUE_TRUE -> new JsonValue.Truth(true);
            case VALUE_FALSE -> new JsonValue.Truth(false);
            default -> JsonValue.Null.NULL;
        };
    }

    private static JsonObject object(JsonParser parser) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members.isEmpty() ? JsonObject.EMPTY : new JsonObject(members);
    }

    private static JsonArray array(JsonParser parser) {
        List<JsonValue> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values.isEmpty() ? JsonArray.EMPTY : new JsonArray(values);
    }
}
