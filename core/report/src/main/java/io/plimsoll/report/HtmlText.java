package io.plimsoll.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.plimsoll.model.Printable;
import java.nio.charset.StandardCharsets;

/// HTML being written. Texts are escaped for elements and for quoted attributes alike.
///
/// Source: HTML Living Standard, section 13.1, "Writing HTML documents".
final class HtmlText {
    private final StringBuilder html = new StringBuilder();

    /// Markup of the page's own.
    @CanIgnoreReturnValue
    HtmlText raw(String markup) {
        html.append(markup);
        return this;
    }

    /// Text of whoever.
    @CanIgnoreReturnValue
    HtmlText text(String text) {
        String shown = Printable.of(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return this;
    }

    /// An element that holds a text alone.
    @CanIgnoreReturnValue
    HtmlText element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    /// A cell of a table.
    @CanIgnoreReturnValue
    HtmlText cell(String text) {
        return element("td", text);
    }

    /// A link to a page of the web.
    ///
    /// @param address one that {@link io.plimsoll.report.common.Uris} takes for such
    @CanIgnoreReturnValue
    HtmlText link(String address, String text) {
        return raw("<a rel=\"noreferrer\" href=\"").text(address).raw("\">").text(text).raw("</a>");
    }

    byte[] bytes() {
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
