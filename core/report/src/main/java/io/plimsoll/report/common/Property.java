package io.plimsoll.report.common;

import io.plimsoll.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A name and a value of a component, for which its format has no member.
public record Property(String name, String value) {
    /// Begins the name of every property of ours.
    public static final String PREFIX = "plimsoll:";

    /// Collects properties that have a value.
    public static final class Collector {
        private final List<Property> collected = new ArrayList<>();

        public void add(String name, String value) {
            if (!value.isEmpty()) {
                collected.add(new Property(name, value));
            }
        }

        public List<Property> all() {
            return collected;
        }
    }

    /// The properties as a JSON object of lists of texts, in ASCII on one line; empty for none.
    public static String json(List<Property> properties) {
        if (properties.isEmpty()) {
            return "";
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Property each : properties) {
            values.computeIfAbsent(each.name(), any -> new ArrayList<>()).add(each.value());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter json = JsonWriter.onOneLine(bytes)) {
            json.object(() -> values.forEach((name, all) -> json.texts(PREFIX + name, all)));
        }
        StringBuilder ascii = new StringBuilder();
        for (char c : bytes.toString(StandardCharsets.UTF_8).strip().toCharArray()) {
            if (c < 0x7f) {
                ascii.append(c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return ascii.toString();
    }
}
