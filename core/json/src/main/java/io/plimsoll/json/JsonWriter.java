package io.plimsoll.json;

import com.google.gson.FormattingStyle;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes an indented JSON document: two spaces, `\n`, the order of the calls.
///
/// Every method throws {@link UncheckedIOException} where the bytes cannot be written.
public final class JsonWriter implements AutoCloseable {
    /// Writes one element of a list.
    public interface Element<T> {
        void write(T element);
    }

    private final Writer text;
    private final com.google.gson.stream.JsonWriter generator;

    /// @param out is flushed, not closed, when the writer closes
    public JsonWriter(OutputStream out) {
        this(out, FormattingStyle.PRETTY);
    }

    private JsonWriter(OutputStream out, FormattingStyle style) {
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.generator = new com.google.gson.stream.JsonWriter(text);
        generator.setFormattingStyle(style);
    }

    /// Writes a document that is one line.
    public static JsonWriter onOneLine(OutputStream out) {
        return new JsonWriter(out, FormattingStyle.COMPACT);
    }

    /// An object as the document or as an element of an array.
    public void object(Runnable members) {
        put(generator::beginObject);
        members.run();
        put(generator::endObject);
    }

    /// An object member.
    public void object(String name, Runnable members) {
        name(name);
        object(members);
    }

    /// An array member, one call of `element` for each.
    public <T> void array(String name, Iterable<T> elements, Element<T> element) {
        name(name);
        array(elements, element);
    }

    /// An array as the document or as an element of an array.
    public <T> void array(Iterable<T> elements, Element<T> element) {
        put(generator::beginArray);
        elements.forEach(element::write);
        put(generator::endArray);
    }

    /// An array of strings.
    public void texts(String name, List<String> values) {
        array(name, values, this::text);
    }

    /// An array of whole numbers.
    public void numbers(String name, List<Integer> values) {
        array(name, values, value -> put(() -> generator.value(value.longValue())));
    }

    /// A string member.
    public void text(String name, String value) {
        name(name);
        text(value);
    }

    /// A string element of an array.
    public void text(String value) {
        put(() -> generator.value(value));
    }

    /// A string member, `null` where the text is empty.
    public void textOrNull(String name, String value) {
        if (value.isEmpty()) {
            nothing(name);
        } else {
            text(name, value);
        }
    }

    /// A string member, left out where the text is empty.
    public void textIfAny(String name, String value) {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }

    public void number(String name, long value) {
        name(name);
        put(() -> generator.value(value));
    }

    public void number(String name, double value) {
        name(name);
        put(() -> generator.value(value));
    }

    public void truth(String name, boolean value) {
        name(name);
        truth(value);
    }

    /// A boolean element of an array.
    public void truth(boolean value) {
        put(() -> generator.value(value));
    }

    public void nothing(String name) {
        name(name);
        nothing();
    }

    /// A `null` element of an array.
    public void nothing() {
        put(generator::nullValue);
    }

    /// A number member as it was written elsewhere.
    public void literal(String name, String digits) {
        name(name);
        literal(digits);
    }

    /// A number element of an array as it was written elsewhere.
    public void literal(String digits) {
        put(() -> generator.jsonValue(digits));
    }

    @Override
    public void close() {
        put(() -> text.write('\n'));
        put(text::flush);
    }

    private void name(String name) {
        put(() -> generator.name(name));
    }

    private interface Call {
        void run() throws IOException;
    }

    private static void put(Call call) {
        try {
            call.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
