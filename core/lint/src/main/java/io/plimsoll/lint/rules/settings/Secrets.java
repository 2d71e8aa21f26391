package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// A name in ARG or ENV that tells of a secret.
public final class Secrets implements Rule {
    @Override
    public String id() {
        return "PL-SECRET";
    }

    private static final Set<String> SECRET =
            Set.of(
                    "apikey",
                    "auth",
                    "credential",
                    "credentials",
                    "key",
                    "passphrase",
                    "password",
                    "pword",
                    "passwd",
                    "secret",
                    "token");

    /// The secret lies elsewhere, or it is none.
    private static final Set<String> HARMLESS =
            Set.of(
                    "public", "pub", "gpg", "file", "path", "dir", "url", "uri", "name", "config",
                    "type", "id", "server", "ttl");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.file().globalArguments().forEach(each -> check(each, found));
        file.instructions(InstructionKind.ARG).forEach(each -> check(each, found));
        file.instructions(InstructionKind.ENV).forEach(each -> check(each, found));
    }

    private static void check(Instruction instruction, Consumer<Violation> found) {
        List<Word> names =
                instruction.arguments() instanceof Arguments.Pairs(List<Arguments.Pair> pairs)
                        ? pairs.stream().map(Arguments.Pair::name).toList()
                        : instruction.arguments().list();
        for (Word word : names) {
            String name = word.text().split("=", 2)[0];
            if (isSecret(name)) {
                found.accept(
                        Violation.at(
                                word.span(),
                                "'"
                                        + name
                                        + "' looks like a secret, and who has the image can"
                                        + " read it"));
            }
        }
    }

    private static boolean isSecret(String name) {
        List<String> parts = List.of(name.toLowerCase(Locale.ROOT).split("_", -1));
        return parts.stream().anyMatch(SECRET::contains)
                && parts.stream().noneMatch(HARMLESS::contains);
    }
}
