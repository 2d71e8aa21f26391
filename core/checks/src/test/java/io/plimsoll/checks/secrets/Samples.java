package io.plimsoll.checks.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Texts with made-up secrets of the form that a rule looks for. They are put together when a test runs:
/// no file of the project holds anything that looks like a secret.
///
/// In a template `{an36}` stands for 36 letters and digits, `hex`, `num`, `low`, `let`, `b32` and `age`
/// for those of other alphabets.
///
/// @param rule the id of the rule
/// @param secret what it finds
/// @param other what is near and is none
public record Samples(String rule, String secret, String other) {
    private static final Path FILE = Path.of("src/test/resources/secret-samples.tsv");
    private static final Pattern PART =
            Pattern.compile("\\{(an|hex|num|low|let|b32|old|age|uuid)([0-9]*)\\}");
    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static List<Samples> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Samples(cells[0], filled(cells[1]), filled(cells[2])))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A text with the secret of a rule.
    public static String of(String rule) {
        return all().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .secret();
    }

    private static String filled(String template) {
        Random random = new Random(template.length());
        return PART.matcher(template).replaceAll(part -> made(part, random)).replace("\\n", "\n");
    }

    private static String made(MatchResult part, Random random) {
        if (part.group(1).equals("uuid")) {
            return made("0123456789abcdef", 8, random)
                    + "-4a1b-9c2d-8e3f-"
                    + made("0123456789abcdef", 12, random);
        }
        return made(alphabet(part.group(1)), Integer.parseInt(part.group(2)), random);
    }

    private static String alphabet(String word) {
        return switch (word) {
            case "an" -> DIGITS + LOWER + UPPER;
            case "hex" -> "0123456789abcdef";
            case "num" -> DIGITS;
            case "low" -> DIGITS + LOWER;
            case "let" -> LOWER + UPPER;
            case "b32" -> UPPER + "234567";
            case "old" -> LOWER + "234567";
            case "age" -> "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static String made(String alphabet, int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
