package io.plimsoll.report.cyclonedx;

import io.plimsoll.report.common.Property;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// One way to write down a document. Members come in the order of the XML schema, attributes of an
/// object first; JSON minds no order.
interface Encoder extends AutoCloseable {
    /// The document itself.
    ///
    /// @param serial its number; empty for none yet
    void bom(String serial, Runnable members);

    void object(String name, Runnable members);

    /// A member that is an attribute in XML.
    void attribute(String name, String value);

    void text(String name, String value);

    void number(String name, double value);

    /// A list of objects.
    ///
    /// @param item the name of one of them in XML
    <T> void list(String name, String item, Collection<T> all, Consumer<T> members);

    /// What somebody answers to a vulnerability.
    void responses(List<String> words);

    void numbers(String name, String item, List<Integer> values);

    void properties(List<Property> properties);

    void licenses(List<String> names);

    /// What a component needs.
    void dependency(String ref, List<String> needed);

    /// The program that made the document.
    void tool(String name, String version);

    /// The component that a vulnerability is in.
    void target(String ref);

    /// A text member, left out where the text is empty.
    default void textIfAny(String name, String value) {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }

    @Override
    void close();
}
