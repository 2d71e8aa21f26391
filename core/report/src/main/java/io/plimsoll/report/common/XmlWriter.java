package io.plimsoll.report.common;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Writes an indented XML document: two spaces, `\n`, the order of the calls.
///
/// What XML cannot hold, such as control characters, becomes U+FFFD; what acts in a terminal or
/// reorders text becomes a character reference. Every method throws {@link UncheckedIOException}
/// where the bytes cannot be written.
///
/// Source: XML 1.0, fifth edition, section 2.2 "Characters".
public final class XmlWriter implements AutoCloseable {
    private static final String REPLACEMENT = "\ufffd";

    private final Writer out;
    private int depth;
    private boolean open;
    private boolean hasChildren;

    /// @param out is flushed, not closed, when the writer closes
    public XmlWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        hasChildren = true;
    }

    /// An element; its attributes are written first, then either elements or a text.
    public void element(String name, Runnable content) {
        closeTag();
        line();
        put("<" + name);
        open = true;
        depth++;
        hasChildren = false;
        content.run();
        depth--;
        if (open) {
            put("/>");
            open = false;
        } else {
            if (hasChildren) {
                line();
            }
            put("</" + name + ">");
        }
        hasChildren = true;
    }

    /// One element each.
    public <T> void elements(String name, Iterable<T> all, Consumer<T> content) {
        all.forEach(each -> element(name, () -> content.accept(each)));
    }

    /// An element that holds a text.
    public void leaf(String name, String value) {
        element(name, () -> text(value));
    }

    /// The same, left out where the text is empty.
    public void leafIfAny(String name, String value) {
        if (!value.isEmpty()) {
            leaf(name, value);
        }
    }

    public void attribute(String name, String value) {
        put(" " + name + "=\"" + escaped(value, true) + "\"");
    }

    /// The text of the present element.
    public void text(String value) {
        if (!value.isEmpty()) {
            closeTag();
            put(escaped(value, false));
        }
    }

    private void closeTag() {
        if (open) {
            put(">");
            open = false;
        }
    }

    private void line() {
        put("\n" + "  ".repeat(depth));
    }

    private static String escaped(String text, boolean attribute) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append(attribute ? "&#10;" : "\n");
                case '\t' -> escaped.append("&#9;");
                case '\r' -> escaped.append("&#13;");
                default -> append(c, escaped);
            }
        }
        return escaped.toString();
    }

    private static void append(int c, StringBuilder escaped) {
        int type = Character.getType(c);
        if (c < ' ' || type == Character.SURROGATE || c == 0xfffe || c == 0xffff) {
            escaped.append(REPLACEMENT);
        } else if (type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR) {
            escaped.append("&#").append(c).append(';');
        } else {
            escaped.appendCodePoint(c);
        }
    }

    @Override
    public void close() {
        put("\n");
        try {
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void put(String text) {
        try {
            out.write(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
