package io.plimsoll.lint.shell;

/// A redirection, such as `2>/dev/null`.
///
/// @param operator with the number before it, such as `2>`
/// @param target the file, the descriptor, or the name of a heredoc
public record Redirection(String operator, ShellWord target) {}
