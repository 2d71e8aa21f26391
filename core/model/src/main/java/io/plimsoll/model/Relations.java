package io.plimsoll.model;

import java.util.List;

/// What a package declares about others, in the words of its own package manager.
///
/// @param requires one entry a requirement, such as `libc6 (>= 2.34) | libc6.1` for deb, `so:libc.so`
///     for apk, `express@^4.17.0` for npm
/// @param provides names and capabilities that the package offers besides its own name
public record Relations(List<String> requires, List<String> provides) {
    public static final Relations NONE = new Relations(List.of(), List.of());

    public Relations {
        requires = List.copyOf(requires);
        provides = List.copyOf(provides);
    }
}
