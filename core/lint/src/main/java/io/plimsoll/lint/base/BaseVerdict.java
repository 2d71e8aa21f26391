package io.plimsoll.lint.base;

import java.util.List;
import java.util.Optional;

/// What is known of a base image by its name.
///
/// @param over what in it is no longer supported, for people: `python 3.9 is no longer supported since 2025-10-31`
/// @param better an image that is near it and has fewer vulnerabilities, for people; empty where none is known
public record BaseVerdict(List<String> over, Optional<String> better) {
    /// Nothing is known.
    public static final BaseVerdict NONE = new BaseVerdict(List.of(), Optional.empty());

    public BaseVerdict {
        over = List.copyOf(over);
    }
}
