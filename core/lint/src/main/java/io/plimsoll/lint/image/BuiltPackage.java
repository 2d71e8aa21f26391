package io.plimsoll.lint.image;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A system package of an image.
///
/// @param name as its package manager prints it
/// @param size bytes that it takes; empty where the package manager does not say
/// @param isOwn whether the Dockerfile brought it, not the base image
/// @param line of the instruction that brought it; empty where unknown or the base image's
/// @param needs names of packages that it requires
/// @param recommends names of packages that it recommends besides
/// @param isUnneeded whether its package manager says that nothing wants it any longer
/// @param findings vulnerabilities by severity
public record BuiltPackage(
        String name,
        OptionalLong size,
        boolean isOwn,
        OptionalInt line,
        List<String> needs,
        List<String> recommends,
        boolean isUnneeded,
        FindingCounts findings) {
    public BuiltPackage {
        needs = List.copyOf(needs);
        recommends = List.copyOf(recommends);
    }
}
