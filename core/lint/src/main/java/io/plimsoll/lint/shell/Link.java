package io.plimsoll.lint.shell;

/// What stands between a command and the next one.
public enum Link {
    /// `&&`
    AND,
    /// `||`
    OR,
    /// `|` or `|&`
    PIPE,
    /// `;` or a line break
    SEQUENCE,
    /// `&`
    BACKGROUND,
    /// Nothing: the end of the script or of a subshell.
    END
}
