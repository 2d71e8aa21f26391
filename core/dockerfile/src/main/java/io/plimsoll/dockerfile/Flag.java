package io.plimsoll.dockerfile;

import java.util.Optional;

/// A flag of an instruction, such as `--from=build`.
///
/// @param name with the hyphens
/// @param value without quotes; empty where there is no `=`
/// @param span where it stands
public record Flag(String name, Optional<String> value, Span span) {
    /// The flag as one word.
    public String text() {
        return name + value.map(each -> "=" + each).orElse("");
    }
}
