package io.plimsoll.report.template;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// A report by a Mustache template over the JSON report.
///
/// A template sees maps, lists, texts and truths, and nothing else: it calls no method of an object
/// and reads no other file. `{{name}}` escapes HTML, `{{{name}}}` does not; what is not there is empty.
///
/// Source: Mustache specification 1.4, with jmustache's `-first`, `-last` and `-index`.
public final class TemplateReport {
    private static final int MOST_TOKENS = 100_000_000;

    private final String file;
    private final Template template;

    private TemplateReport(String file, Template template) {
        this.file = file;
        this.template = template;
    }

    /// Reads a template.
    ///
    /// @param file its name, for messages
    /// @throws IllegalArgumentException if it is none, or wants another file
    public static TemplateReport of(String file, String text) {
        try {
            Template template =
                    Mustache.compiler()
                            .withCollector(new PlainValues())
                            .defaultValue("")
                            .emptyStringIsFalse(true)
                            .compile(text);
            template.visit(new NoOtherFiles(file));
            return new TemplateReport(file, template);
        } catch (MustacheException wrong) {
            throw new IllegalArgumentException(
                    "template " + file + ": " + wrong.getMessage(), wrong);
        }
    }

    /// Fills it in; the result ends with a line break.
    ///
    /// @param json the JSON report
    /// @throws IOException if the bytes could not be written
    public void write(byte[] json, OutputStream out) throws IOException {
        String text;
        try {
            JsonObject report = Json.parse(json, Json.DEFAULT_DEPTH, MOST_TOKENS).asObject();
            text = template.execute(TemplateModel.of(report));
        } catch (JsonFormatException impossible) {
            throw new IllegalStateException(impossible);
        } catch (MustacheException wrong) {
            throw new IllegalArgumentException(
                    "template " + file + ": " + wrong.getMessage(), wrong);
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.append(text).append(text.endsWith("\n") ? "" : "\n").flush();
    }

    /// Looks members up in maps and lists; the library's own collector would call methods.
    private static final class PlainValues extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new HashMap<>();
        }
    }

    /// Refuses parts that would come from other files.
    private record NoOtherFiles(String file) implements Mustache.Visitor {
        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {}

        @Override
        public boolean visitInclude(String name) {
            throw refused(name);
        }

        @Override
        public boolean visitParent(String name) {
            throw refused(name);
        }

        @Override
        public boolean visitSection(String name) {
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return true;
        }

        private IllegalArgumentException refused(String name) {
            return new IllegalArgumentException(
                    "template "
                            + file
                            + ": '"
                            + name
                            + "' would come from another file; a template is one file");
        }
    }
}
