package io.plimsoll.lint.shell;

import java.util.List;

/// The commands of a script, in the order in which they are written; those of a substitution before
/// the command that it is part of.
///
/// @param commands all that could be read
/// @param isComplete false where the rest of the script could not be read: quotes that do not close,
///     constructs that are not known
public record Script(List<Command> commands, boolean isComplete) {
    public Script {
        commands = List.copyOf(commands);
    }

    /// A script of which nothing is known.
    public static Script unread() {
        return new Script(List.of(), false);
    }
}
