package io.plimsoll.dockerfile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Dockerfiles of tests.
final class Files {
    private Files() {}

    static Dockerfile parse(String text) {
        return Dockerfile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The only instruction of a file.
    static Instruction one(String text) {
        List<Instruction> all = parse(text).instructions();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " instructions in " + text);
        }
        return all.getFirst();
    }

    static List<String> words(Instruction instruction) {
        return instruction.arguments().list().stream().map(Word::text).toList();
    }
}
