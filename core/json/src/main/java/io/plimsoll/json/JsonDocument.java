package io.plimsoll.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The text of one document: UTF-8 that is checked, one value, nothing behind it.
final class JsonDocument {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    /// How the library's message about depth begins.
    private static final String TOO_DEEP = "Nesting limit";

    private JsonDocument() {}

    /// Takes a document's value from its tokens.
    interface Use<T> {
        T of(JsonTree tree) throws IOException, JsonFormatException;
    }

    static <T> T read(InputStream in, int maxDepth, long maxTokens, Use<T> use)
            throws IOException, JsonFormatException {
        Source source = new Source(in);
        JsonReader reader =
                new JsonReader(
                        new InputStreamReader(
                                unmarked(source),
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(maxDepth);
        try {
            T value = use.of(new JsonTree(reader, maxTokens));
            end(reader);
            return value;
        } catch (CharacterCodingException noText) {
            throw new JsonFormatException("the bytes behind " + at(reader) + " are no UTF-8");
        } catch (MalformedJsonException | EOFException | IllegalStateException broken) {
            if (source.failure.isPresent()) {
                throw source.failure.get();
            }
            throw described(broken, source.isEmpty, reader);
        }
    }

    /// `line 1, column 5`: the place up to which the text was read, counted from one.
    static String at(JsonReader reader) {
        // The library tells the place in words only: `JsonReader at line 1 column 5 path $.a`.
        String words = reader.toString();
        int line = words.indexOf("line ");
        int column = words.indexOf(" column ", line);
        int path = words.indexOf(" path ", column);
        return words.substring(line, column) + "," + words.substring(column, path);
    }

    private static void end(JsonReader reader) throws IOException, JsonFormatException {
        try {
            if (reader.peek() == JsonToken.END_DOCUMENT) {
                return;
            }
        } catch (MalformedJsonException somethingElse) {
            // It is no value either.
        }
        throw new JsonFormatException("something follows the document at " + at(reader));
    }

    private static JsonFormatException described(
            Exception broken, boolean isEmpty, JsonReader reader) {
        String message = String.valueOf(broken.getMessage());
        if (message.startsWith(TOO_DEEP)) {
            return JsonFormatException.tooDeep("nested too deeply at " + at(reader));
        }
        if (broken instanceof EOFException) {
            return new JsonFormatException(
                    isEmpty ? "the document is empty" : "the document ends at " + at(reader));
        }
        return new JsonFormatException("no JSON at " + at(reader) + reason(message));
    }

    /// The library's reason, such as `Unterminated string`, unless it only tells how to read on.
    private static String reason(String message) {
        int place = message.indexOf(" at line ");
        return place < 0 || message.startsWith("Use JsonReader")
                ? ""
                : ": " + message.substring(0, place);
    }

    private static InputStream unmarked(InputStream in) throws IOException {
        PushbackInputStream headed = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        byte[] head = headed.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(head, BYTE_ORDER_MARK)) {
            headed.unread(head);
        }
        return headed;
    }

    /// Remembers that the bytes did not come, which is another thing than bytes that are no JSON.
    private static final class Source extends FilterInputStream {
        private Optional<IOException> failure = Optional.empty();
        private boolean isEmpty = true;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int count = in.read(bytes, offset, length);
                isEmpty &= count <= 0;
                return count;
            } catch (IOException failed) {
                failure = Optional.of(failed);
                throw failed;
            }
        }
    }
}
