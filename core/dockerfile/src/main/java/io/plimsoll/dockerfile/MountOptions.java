package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The options of `--mount`: one record of comma-separated values.
///
/// Source: RFC 4180, section 2; a quote stands at both ends of a field or doubled inside one.
final class MountOptions {
    private MountOptions() {}

    /// The fields without their quotes; empty where the value is no such record.
    static Optional<List<String>> of(String value) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= value.length() && !value.isEmpty()) {
            boolean quoted = value.startsWith("\"", at);
            int end = quoted ? closing(value, at + 1) : comma(value, at);
            String field = end < 0 ? "" : value.substring(quoted ? at + 1 : at, end);
            int next = quoted ? end + 1 : end;
            boolean ends = next == value.length() || value.startsWith(",", next);
            if (end < 0 || !ends || (!quoted && field.indexOf('"') >= 0)) {
                return Optional.empty();
            }
            fields.add(quoted ? field.replace("\"\"", "\"") : field);
            at = next + 1;
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(fields));
    }

    private static int comma(String value, int from) {
        int comma = value.indexOf(',', from);
        return comma < 0 ? value.length() : comma;
    }

    /// The quote that no other follows; -1 where there is none.
    private static int closing(String value, int from) {
        int at = value.indexOf('"', from);
        while (at >= 0 && value.startsWith("\"", at + 1)) {
            at = value.indexOf('"', at + 2);
        }
        return at;
    }
}
