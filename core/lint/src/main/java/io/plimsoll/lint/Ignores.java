package io.plimsoll.lint;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Element;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The comments of a file that ignore rules, as users of hadolint, BuildKit and Trivy write them.
///
/// Source: the README of hadolint, section "Inline ignores"; the Dockerfile reference, directive
/// "check"; Trivy's documentation, "Filtering", section "By inline comments".
final class Ignores {
    /// @param names ids or aliases; `all` for each rule
    /// @param comment as it is written
    private record Ignore(List<String> names, String comment) {
        boolean names(RuleInfo rule) {
            return names.stream()
                    .anyMatch(each -> each.equalsIgnoreCase("all") || rule.isNamed(each));
        }
    }

    /// What comments say of one instruction.
    private record Part(Span span, List<Ignore> ignores) {}

    /// @param start of the instruction; -1 for the file
    private record Asked(int start, String rule) {}

    private final List<Ignore> ofFile = new ArrayList<>();
    private final TreeMap<Integer, Part> ofParts = new TreeMap<>();
    private final Map<Asked, Optional<String>> answers = new HashMap<>();
    private final Dockerfile file;
    private final LocalDate today;

    private Ignores(Dockerfile file, LocalDate today) {
        this.file = file;
        this.today = today;
    }

    static Ignores of(Dockerfile file, LocalDate today) {
        Ignores ignores = new Ignores(file, today);
        List<String> waiting = new ArrayList<>();
        for (Element element : file.elements()) {
            switch (element) {
                case Element.Comment comment -> ignores.comment(comment.text(), waiting);
                case Element.Directive directive -> ignores.directive(directive);
                case Instruction instruction -> {
                    ignores.inside(instruction, waiting);
                    waiting.forEach(each -> ignores.add(each, instruction.span()));
                    waiting.clear();
                }
                case Element.Blank blank -> {
                    // Between a comment and what it is about may be an empty line.
                }
            }
        }
        return ignores;
    }

    /// What takes a finding out; empty where nothing does.
    Optional<String> by(LintFinding finding) {
        int start = finding.span().start();
        Map.Entry<Integer, Part> part = ofParts.floorEntry(start);
        Optional<String> byFile = answer(-1, ofFile, finding.rule());
        return part == null || start >= part.getValue().span().end()
                ? byFile
                : byFile.or(() -> answer(part.getKey(), part.getValue().ignores(), finding.rule()));
    }

    /// Remembered, so that many comments and many findings cost no more than both together.
    private Optional<String> answer(int start, List<Ignore> ignores, RuleInfo rule) {
        return answers.computeIfAbsent(
                new Asked(start, rule.id()),
                asked ->
                        ignores.stream()
                                .filter(each -> each.names(rule))
                                .findFirst()
                                .map(each -> "# " + each.comment()));
    }

    /// @param waiting comments for the next instruction
    private void comment(String text, List<String> waiting) {
        if (afterWord(text, "hadolint").filter(rest -> rest.startsWith("global")).isPresent()) {
            add(text, ofFile);
        } else if (!names(text).isEmpty()) {
            waiting.add(text);
        }
    }

    /// Comments between the lines of an instruction are about the instruction too.
    private void inside(Instruction instruction, List<String> waiting) {
        if (!instruction.heredocs().isEmpty()) {
            return;
        }
        file.text(instruction.span())
                .lines()
                .skip(1)
                .map(String::strip)
                .filter(line -> line.startsWith("#"))
                .forEach(line -> comment(line.substring(1).strip(), waiting));
    }

    private void directive(Element.Directive directive) {
        if (directive.name().equals("check")) {
            for (String part : directive.value().split(";", -1)) {
                afterWord(part.strip(), "skip")
                        .filter(rest -> rest.startsWith("="))
                        .ifPresent(rest ->
                                ofFile.add(
                                        new Ignore(
                                                list(rest.substring(1)),
                                                "check=" + directive.value())));
            }
        }
    }

    private void add(String comment, Span instruction) {
        Part part =
                ofParts.computeIfAbsent(
                        instruction.start(), start -> new Part(instruction, new ArrayList<>()));
        add(comment, part.ignores());
    }

    private void add(String comment, List<Ignore> to) {
        List<String> names = names(comment);
        if (!names.isEmpty()) {
            to.add(new Ignore(names, comment));
        }
    }

    /// What a comment ignores; nothing where it ignores nothing, or no longer.
    private List<String> names(String comment) {
        Optional<String> hadolint = afterWord(comment, "hadolint");
        if (hadolint.isPresent()) {
            String rest = afterWord(hadolint.get(), "global").orElse(hadolint.get());
            return afterWord(rest, "ignore")
                    .filter(each -> each.startsWith("="))
                    .map(each -> list(each.substring(1)))
                    .orElse(List.of());
        }
        String lower = comment.toLowerCase(Locale.ROOT);
        return lower.startsWith("trivy:ignore:") || lower.startsWith("plimsoll:ignore:")
                ? trivy(comment.substring(lower.indexOf("ignore:") + "ignore:".length()))
                : List.of();
    }

    /// `ID`, `ID:exp:2026-01-01`, several with spaces and their own `trivy:ignore:` between them.
    private List<String> trivy(String rest) {
        List<String> names = new ArrayList<>();
        for (String each : rest.split("\\s+", -1)) {
            int prefix = each.lastIndexOf("ignore:");
            String word = prefix < 0 ? each : each.substring(prefix + "ignore:".length());
            int expiry = word.indexOf(":exp:");
            if (expiry < 0 || isAhead(word.substring(expiry + ":exp:".length()))) {
                names.add(expiry < 0 ? word : word.substring(0, expiry));
            }
        }
        return names;
    }

    private boolean isAhead(String date) {
        try {
            return !LocalDate.parse(date).isBefore(today);
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    /// What follows a word, without the white space before it.
    private static Optional<String> afterWord(String text, String word) {
        if (!text.startsWith(word)) {
            return Optional.empty();
        }
        String rest = text.substring(word.length());
        String stripped = rest.strip();
        boolean whole = !rest.equals(stripped) || stripped.isEmpty() || stripped.startsWith("=");
        return whole ? Optional.of(stripped) : Optional.empty();
    }

    private static List<String> list(String names) {
        return Arrays.stream(names.split("[,\\s]+", -1)).filter(each -> !each.isEmpty()).toList();
    }
}
