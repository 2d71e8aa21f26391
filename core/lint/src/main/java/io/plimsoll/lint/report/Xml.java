package io.plimsoll.lint.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Writes the lines of a small XML document.
///
/// Source: XML 1.0, fifth edition, section 2.2 "Characters".
final class Xml {
    private final Writer out;

    Xml(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    /// @param tag what is in it is written as it is
    void line(int depth, String tag) {
        try {
            out.write("  ".repeat(depth));
            out.write(tag);
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void finish() {
        try {
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// An attribute with a space before it. What XML cannot hold becomes U+FFFD.
    static String attribute(String name, String value) {
        StringBuilder text = new StringBuilder(" ").append(name).append("=\"");
        value.codePoints()
                .forEach(c -> {
                    boolean allowed =
                            c == '\t'
                                    || c == '\n'
                                    || c == '\r'
                                    || (c >= ' '
                                            && !(c >= 0xd800 && c < 0xe000)
                                            && c != 0xfffe
                                            && c != 0xffff);
                    switch (c) {
                        case '<' -> text.append("&lt;");
                        case '>' -> text.append("&gt;");
                        case '&' -> text.append("&amp;");
                        case '"' -> text.append("&quot;");
                        case '\t', '\n', '\r' -> text.append("&#").append(c).append(';');
                        default -> text.appendCodePoint(allowed ? c : 0xfffd);
                    }
                });
        return text.append('"').toString();
    }
}
