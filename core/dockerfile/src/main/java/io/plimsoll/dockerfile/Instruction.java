package io.plimsoll.dockerfile;

import java.util.List;
import java.util.Optional;

/// One instruction with its continuation lines and its heredocs.
///
/// @param kind what it is
/// @param keyword as it is written; empty for a continuation character alone
/// @param keywordSpan where the keyword stands
/// @param flags in their order
/// @param arguments what follows
/// @param heredocs in their order
/// @param logicalLine the instruction in one line, which knows where each part of it stands
/// @param endLine the last line that belongs to it
/// @param span all of it, with the line break that ends it
public record Instruction(
        InstructionKind kind,
        String keyword,
        Span keywordSpan,
        List<Flag> flags,
        Arguments arguments,
        List<Heredoc> heredocs,
        LogicalLine logicalLine,
        int endLine,
        Span span)
        implements Element {
    public Instruction {
        flags = List.copyOf(flags);
        heredocs = List.copyOf(heredocs);
    }

    /// The instruction in one line: without comments, continuations and heredoc contents.
    public String logical() {
        return logicalLine.text();
    }

    /// The first line of it, from 1.
    public int line() {
        return span.line();
    }

    /// The value of a flag, by its name with the hyphens.
    public Optional<String> flag(String name) {
        return flags.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> each.value().orElse(""));
    }

    /// Whether the arguments are in the JSON form.
    public boolean isJson() {
        return switch (arguments) {
            case Arguments.Json json -> true;
            case Arguments.Check check -> check.command() instanceof Arguments.Json;
            default -> false;
        };
    }

    /// The instruction for people: in one line, with single spaces.
    public String summary() {
        String logical = logical();
        StringBuilder text = new StringBuilder(logical.length());
        boolean space = false;
        for (int i = 0; i < logical.length(); i++) {
            char c = logical.charAt(i);
            if (Spaces.isSpace(c)) {
                space = text.length() > 0;
            } else {
                text.append(space ? " " : "").append(c);
                space = false;
            }
        }
        return text.toString();
    }
}
