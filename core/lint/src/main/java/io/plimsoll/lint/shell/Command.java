package io.plimsoll.lint.shell;

import java.util.List;

/// A simple command.
///
/// @param assignments in front of it, such as `A=b`; a command may be nothing else
/// @param words the program and its arguments; empty where there are assignments or redirections only
/// @param redirections in their order
/// @param after what stands between it and the next command
/// @param depth subshells and substitutions around it, 0 for none
public record Command(
        List<ShellWord> assignments,
        List<ShellWord> words,
        List<Redirection> redirections,
        Link after,
        int depth) {
    public Command {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
    }
}
