package io.plimsoll.base;

import io.plimsoll.dockerfile.Expansion;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An entry of a history as the instruction that it speaks of.
///
/// The spellings, as seen in images that the builders made, but for kaniko's:
///
///   - BuildKit: `RUN |1 A=b /bin/sh -c apk add curl # buildkit`, `COPY a b /data/ # buildkit`, `ENV A=b`
///   - Docker's older builder: `/bin/sh -c apk add curl`, `|1 A=b /bin/sh -c apk add curl`,
///     `/bin/sh -c #(nop) COPY file:3dd2… in /data/ `, `/bin/sh -c #(nop)  ENV A=b`
///   - buildah: as the older builder, variables unexpanded, a JSON form as it is written
///   - kaniko: the instruction as it is written
///
/// @param kind the instruction; RUN where no keyword is there
/// @param rest what follows the keyword, with single spaces
record HistoryText(InstructionKind kind, String rest) {
    private static final String NOTHING_RUN = "#(nop) ";
    private static final String BUILDKIT = " # buildkit";

    static HistoryText of(HistoryEntry entry) {
        String text = singleSpaced(entry.createdBy());
        if (text.endsWith(BUILDKIT)) {
            text = text.substring(0, text.length() - BUILDKIT.length());
        }
        int nothingRun = text.indexOf(NOTHING_RUN);
        if (nothingRun >= 0) {
            text = text.substring(nothingRun + NOTHING_RUN.length());
        }
        int end = text.indexOf(' ');
        String keyword = end < 0 ? text : text.substring(0, end);
        InstructionKind kind = InstructionKind.of(keyword);
        boolean known =
                kind != InstructionKind.UNKNOWN && keyword.equals(keyword.toUpperCase(Locale.ROOT));
        return known
                ? new HistoryText(kind, end < 0 ? "" : text.substring(end + 1))
                : new HistoryText(InstructionKind.RUN, text);
    }

    /// Whether a step may have made the entry. What writes no file is taken by its keyword.
    boolean isOf(Step step) {
        if (kind != step.instruction().kind()) {
            return false;
        }
        return switch (kind) {
            case RUN -> isCommandOf(step);
            case ADD, COPY -> isCopyOf(step);
            default -> true;
        };
    }

    private boolean isCommandOf(Step step) {
        // A builder may write the content, the name, or both.
        if (!step.instruction().heredocs().isEmpty()) {
            return true;
        }
        for (String command : commands(step)) {
            boolean ends = rest.endsWith(command);
            String before = ends ? rest.substring(0, rest.length() - command.length()).strip() : "";
            if (ends && isBeforeCommand(before, step)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> commands(Step step) {
        List<String> words = step.words().stream().map(Expansion::text).toList();
        List<String> commands = new ArrayList<>(List.of(singleSpaced(String.join(" ", words))));
        String logical = step.instruction().summary();
        if (step.instruction().isJson()) {
            commands.add(logical.substring(logical.indexOf('[')));
        }
        return commands;
    }

    /// Nothing, flags of the instruction, or build arguments and a shell.
    private static boolean isBeforeCommand(String before, Step step) {
        if (before.isEmpty() || before.startsWith("--")) {
            return true;
        }
        if (before.startsWith("|") && step.instruction().isJson()) {
            return true;
        }
        String shell = String.join(" ", step.shell());
        String last = before.substring(before.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return before.equals(shell)
                || before.endsWith(" " + shell)
                || (last.startsWith("-") && last.endsWith("c"))
                || last.equals("-command")
                || last.equals("/c");
    }

    private boolean isCopyOf(Step step) {
        List<Expansion> words = step.words();
        if (words.isEmpty()) {
            return false;
        }
        Expansion target = words.getLast();
        boolean uncertain = !target.isCertain();
        String written = step.instruction().arguments().list().getLast().text();
        boolean same = endsWith(target.text()) || endsWith(written);
        return uncertain || (same && (isHashed() || hasSourcesOf(words)));
    }

    private boolean endsWith(String target) {
        String wanted = singleSpaced(target);
        return rest.endsWith(" " + wanted) || (isHashed() && rest.endsWith(" in " + wanted));
    }

    /// `file:3dd2… in /data/`: the sources cannot be read.
    private boolean isHashed() {
        int in = rest.lastIndexOf(" in ");
        int from = in < 0 ? -1 : rest.lastIndexOf(' ', in - 1);
        String source = in < 0 ? "" : rest.substring(from + 1, in);
        return source.startsWith("file:")
                || source.startsWith("dir:")
                || source.startsWith("multi:");
    }

    /// As many sources, where none of them has a space.
    private boolean hasSourcesOf(List<Expansion> words) {
        int count = 0;
        for (String word : rest.split(" ", -1)) {
            count += word.startsWith("--") ? 0 : 1;
        }
        boolean spaced = words.stream().anyMatch(each -> each.text().indexOf(' ') >= 0);
        return spaced || count == words.size();
    }

    private static String singleSpaced(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ') {
                space = !result.isEmpty();
            } else {
                result.append(space ? " " : "").append(c);
                space = false;
            }
        }
        return result.toString();
    }
}
