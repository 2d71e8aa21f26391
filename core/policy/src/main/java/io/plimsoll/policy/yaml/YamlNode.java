package io.plimsoll.policy.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A node of a YAML document.
public sealed interface YamlNode {
    /// Where it begins.
    Position position();

    /// What it is, for messages.
    String kind();

    /// A place in a file, counted from 1.
    record Position(String file, int line, int column) {
        /// `plimsoll.yaml:3`.
        public String fileAndLine() {
            return file + ":" + line;
        }

        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /// A text; `~`, `null` and nothing are empty ones.
    record Scalar(String text, Position position) implements YamlNode {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "'" + text + "'";
        }
    }

    /// A sequence.
    record Items(List<YamlNode> items, Position position) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /// A mapping, in the order of the file.
    record Entries(Map<String, YamlNode> entries, Map<String, Position> keys, Position position)
            implements YamlNode {
        public Entries {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Map.copyOf(keys);
        }

        public Optional<YamlNode> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /// Where a key stands.
        public Position keyAt(String key) {
            return keys.getOrDefault(key, position);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }
}
