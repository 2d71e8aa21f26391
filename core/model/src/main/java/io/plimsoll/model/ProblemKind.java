package io.plimsoll.model;

import java.util.Locale;

/// The sorts of problem a report can hold.
public enum ProblemKind {
    /// The bytes do not follow their format.
    MALFORMED,
    /// The file ends before its format says it should.
    TRUNCATED,
    /// A limit stopped the reading; the reason names the limit and its flag.
    LIMIT,
    /// The file is there but its bytes could not be had.
    UNREADABLE,
    /// The content is encrypted.
    ENCRYPTED,
    /// A digest or size differs from what was promised.
    MISMATCH,
    /// Something that the image names is not there.
    MISSING,
    /// A valid variant of a format that is not supported.
    UNSUPPORTED,
    /// Left out on purpose, such as a pseudo file system or another mount.
    LEFT_OUT;

    /// The word for it in reports: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
