package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// An EXPOSE of what is no port.
public final class ExposePort implements Rule {
    @Override
    public String id() {
        return "PL-EXPOSE-PORT";
    }

    private static final int HIGHEST = 65_535;
    private static final int MOST_DIGITS = 6;

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.instructions(InstructionKind.EXPOSE)
                .flatMap(each -> each.arguments().list().stream())
                .filter(word -> word.text().indexOf('$') < 0)
                .filter(word -> !isValid(word.text().replace("\"", "")))
                .forEach(word ->
                        found.accept(
                                Violation.at(
                                        word.span(),
                                        "'" + word.text() + "' is no port from 0 to 65535")));
    }

    private static boolean isValid(String text) {
        int slash = text.indexOf('/');
        String ports = slash < 0 ? text : text.substring(0, slash);
        int hyphen = ports.indexOf('-');
        boolean protocol =
                slash < 0
                        || Set.of("tcp", "udp", "sctp")
                                .contains(text.substring(slash + 1).toLowerCase(Locale.ROOT));
        return protocol
                && (hyphen < 0
                        ? isPort(ports)
                        : isPort(ports.substring(0, hyphen))
                                && isPort(ports.substring(hyphen + 1)));
    }

    private static boolean isPort(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) <= HIGHEST;
    }
}
