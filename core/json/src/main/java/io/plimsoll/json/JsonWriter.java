package io.plimsoll.json;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Writes an indented JSON document: two spaces, `\n`, the order of the calls.
public final class JsonWriter implements AutoCloseable {
    /// A part of a document that writes itself.
    public interface Part {
        void write(JsonWriter json);
    }

    /// Writes one element of a list.
    public interface Element<T> {
        void write(T element);
    }

    private final JsonGenerator generator;

    /// @param out is flushed, not closed, when the writer closes
    public JsonWriter(OutputStream out) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        PrettyPrinter printer =
                new DefaultPrettyPrinter(
                                Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                                        .withObjectEmptySeparator("")
                                        .withArrayEmptySeparator(""))
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter);
        this.generator =
                new JsonFactory()
                        .createGenerator(
                                new ObjectWriteContext.Base() {
                                    @Override
                                    public PrettyPrinter getPrettyPrinter() {
                                        return printer;
                                    }
                                },
                                new Unclosed(out));
    }

    /// An object as the document or as an element of an array.
    public void object(Runnable members) {
        generator.writeStartObject();
        members.run();
        generator.writeEndObject();
    }

    /// An object member.
    public void object(String name, Runnable members) {
        generator.writeName(name);
        object(members);
    }

    /// An array member, one call of `element` for each.
    public <T> void array(String name, Iterable<T> elements, Element<T> element) {
        generator.writeName(name);
        generator.writeStartArray();
        elements.forEach(element::write);
        generator.writeEndArray();
    }

    /// An array of strings.
    public void texts(String name, List<String> values) {
        array(name, values, generator::writeString);
    }

    /// An array of whole numbers.
    public void numbers(String name, List<Integer> values) {
        array(name, values, generator::writeNumber);
    }

    /// A string member.
    public void text(String name, String value) {
        generator.writeName(name);
        generator.writeString(value);
    }

    /// A string element of an array.
    public void text(String value) {
        generator.writeString(value);
    }

    /// A string member, `null` where the text is empty.
    public void textOrNull(String name, String value) {
        generator.writeName(name);
        if (value.isEmpty()) {
            generator.writeNull();
        } else {
            generator.writeString(value);
        }
    }

    /// A string member, left out where the text is empty.
    public void textIfAny(String name, String value) {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }

    public void number(String name, long value) {
        generator.writeName(name);
        generator.writeNumber(value);
    }

    public void number(String name, double value) {
        generator.writeName(name);
        generator.writeNumber(value);
    }

    public void truth(String name, boolean value) {
        generator.writeName(name);
        generator.writeBoolean(value);
    }

    public void nothing(String name) {
        generator.writeName(name);
        generator.writeNull();
    }

    @Override
    public void close() {
        generator.writeRaw('\n');
        generator.close();
    }

    /// Lets the caller keep its stream open.
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws java.io.IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws java.io.IOException {
            flush();
        }
    }
}
