package io.plimsoll.lint;

import io.plimsoll.dockerfile.Span;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A command by its program, without what only starts it (`sudo`, `env`, `exec` …).
///
/// @param run that it is part of
/// @param command as it is written
/// @param program name of the program, without its folder
/// @param word the word that names the program
/// @param arguments what follows the program
/// @param isFed whether a pipe leads into it
public record Call(
        Run run,
        Command command,
        String program,
        ShellWord word,
        List<ShellWord> arguments,
        boolean isFed) {
    private static final Set<String> STARTERS =
            Set.of("sudo", "env", "exec", "command", "nice", "nohup", "time", "eatmydata", "gosu");

    public Call {
        arguments = List.copyOf(arguments);
    }

    static Optional<Call> of(Run run, Command command, boolean isFed) {
        List<ShellWord> words = command.words();
        int at = 0;
        while (at < words.size()) {
            ShellWord word = words.get(at);
            if (!word.isLiteral()) {
                return Optional.empty();
            }
            String program = word.text().substring(word.text().lastIndexOf('/') + 1);
            if (!STARTERS.contains(program) || at + 1 == words.size()) {
                List<ShellWord> rest = words.subList(at + 1, words.size());
                return Optional.of(new Call(run, command, program, word, rest, isFed));
            }
            at++;
            while (at < words.size() && (words.get(at).isOption() || isAssignment(words.get(at)))) {
                at++;
            }
        }
        return Optional.empty();
    }

    /// Whether one of the words is an argument.
    public boolean has(String... options) {
        for (String option : options) {
            if (arguments.stream().anyMatch(each -> each.is(option))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a letter is among the short options, alone or with others (`-qy`).
    public boolean hasLetter(char letter) {
        return arguments.stream()
                .map(ShellWord::text)
                .anyMatch(text ->
                        text.length() > 1
                                && text.charAt(0) == '-'
                                && text.charAt(1) != '-'
                                && text.indexOf('=') < 0
                                && text.indexOf(letter) > 0);
    }

    /// Whether an argument begins so.
    public boolean hasPrefix(String prefix) {
        return arguments.stream().anyMatch(each -> each.text().startsWith(prefix));
    }

    /// Whether an argument is a variable or another thing whose value is not known.
    public boolean hasUnknown() {
        return arguments.stream().anyMatch(each -> !each.isLiteral());
    }

    /// Whether what is not known may be options: a word that is nothing but a variable.
    public boolean hasUnknownOption() {
        return arguments.stream().anyMatch(each -> each.text().startsWith("$"));
    }

    public Span span() {
        return word.span();
    }

    private static boolean isAssignment(ShellWord word) {
        int equals = word.text().indexOf('=');
        return equals > 0
                && word.text()
                        .substring(0, equals)
                        .chars()
                        .allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }
}
