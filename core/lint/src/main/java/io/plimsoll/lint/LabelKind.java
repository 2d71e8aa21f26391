package io.plimsoll.lint;

import java.util.Locale;

/// What the value of a label is to be.
public enum LabelKind {
    /// Any text.
    TEXT,
    /// An absolute URL.
    URL,
    /// A version as semver.org 2.0.0 has it.
    SEMVER,
    /// A hash of git: 40 or 7 hexadecimal digits.
    HASH,
    /// A date with time, RFC 3339.
    RFC3339,
    /// A licence expression of SPDX.
    SPDX,
    /// An address of e-mail, RFC 5322.
    EMAIL;

    /// The kind of a word in any case.
    ///
    /// @throws IllegalArgumentException if there is none of this name
    public static LabelKind of(String word) {
        for (LabelKind kind : values()) {
            if (kind.name().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "'"
                        + word
                        + "' is no kind of label; there are text, url, semver, hash, rfc3339, spdx"
                        + " and email");
    }

    /// The word for people.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
