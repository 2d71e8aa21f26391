package io.plimsoll.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Manual pages of the program and of each command, for `make dist`.
///
/// Source: `man(7)`, groff's and mandoc's.
final class ManPages {
    private static final String SECTION = "1";
    private static final List<String> EXIT_CODES =
            List.of(
                    "0",
                    "Done, and the gate holds; findings alone are no failure.",
                    "1",
                    "The gate, --fail-on, does not hold.",
                    "2",
                    "The command line is wrong.",
                    "3",
                    "The target could not be read, or not all of it, or not within --timeout.",
                    "4",
                    "The advisory data is missing or unusable.",
                    "130",
                    "Interrupted.",
                    "141",
                    "Nobody reads the standard output any more.");

    private final String day;
    private final Map<String, String> pages = new TreeMap<>();

    private ManPages(String day) {
        this.day = day;
    }

    /// Writes the pages into a folder.
    ///
    /// @param arguments the folder, and the day that the pages show: `2026-11-27`
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, String> page : of(CommandLineTool.all(), arguments[1]).entrySet()) {
            Files.writeString(
                    folder.resolve(page.getKey()), page.getValue(), StandardCharsets.UTF_8);
        }
    }

    /// The pages by the names of their files.
    static Map<String, String> of(CommandSpec root, String day) {
        ManPages pages = new ManPages(day);
        pages.add(root, root.name());
        return pages.pages;
    }

    private void add(CommandSpec command, String name) {
        StringBuilder page = new StringBuilder();
        String title = name.replace(' ', '-');
        page.append(".TH ")
                .append(escaped(title.toUpperCase(Locale.ROOT)))
                .append(' ')
                .append(SECTION)
                .append(" \"")
                .append(day)
                .append("\" \"plimsoll ")
                .append(escaped(Version.current()))
                .append("\" \"Plimsoll\"\n");
        String does = String.join(" ", command.usageMessage().description());
        String line = does.endsWith(".") ? does.substring(0, does.length() - 1) : does;
        page.append(".SH NAME\n").append(escaped(title)).append(" \\- ");
        page.append(escaped(line)).append('\n');
        synopsis(command, name, page);
        page.append(".SH DESCRIPTION\n").append(text(does));
        parameters(command, page);
        options(command, page);
        commands(command, title, page);
        page.append(".SH ENVIRONMENT\n");
        page.append(
                text(
                        "Each option can come from a variable: PLIMSOLL_FAIL_ON=high stands for"
                                + " --fail-on=high, PLIMSOLL_QUIET=true for --quiet. What the"
                                + " command line names counts before the environment."));
        page.append(".SH EXIT STATUS\n");
        for (int i = 0; i < EXIT_CODES.size(); i += 2) {
            item(bold(EXIT_CODES.get(i)), EXIT_CODES.get(i + 1), page);
        }
        seeAlso(command, title, page);
        pages.put(title + "." + SECTION, page.toString());
        command.subcommands()
                .forEach((sub, line1) -> add(line1.getCommandSpec(), name + " " + sub));
    }

    private static void synopsis(CommandSpec command, String name, StringBuilder page) {
        page.append(".SH SYNOPSIS\n").append(bold(name));
        page.append(" [\\fIOPTIONS\\fR]");
        if (!command.subcommands().isEmpty()) {
            page.append(" \\fICOMMAND\\fR");
        }
        for (PositionalParamSpec each : command.positionalParameters()) {
            page.append(' ').append(italic(each.paramLabel()));
        }
        page.append('\n');
    }

    private static void parameters(CommandSpec command, StringBuilder page) {
        if (command.positionalParameters().isEmpty()) {
            return;
        }
        page.append(".SH ARGUMENTS\n");
        for (PositionalParamSpec each : command.positionalParameters()) {
            item(italic(each.paramLabel()), String.join(" ", each.description()), page);
        }
    }

    private static void options(CommandSpec command, StringBuilder page) {
        page.append(".SH OPTIONS\n");
        for (OptionSpec option : command.options()) {
            List<String> names = new ArrayList<>();
            for (String name : option.names()) {
                names.add(bold(name));
            }
            String value = option.arity().max() > 0 ? "=" + italic(option.paramLabel()) : "";
            item(String.join(", ", names) + value, String.join(" ", option.description()), page);
        }
    }

    private static void commands(CommandSpec command, String title, StringBuilder page) {
        if (command.subcommands().isEmpty()) {
            return;
        }
        page.append(".SH COMMANDS\n");
        for (Map.Entry<String, CommandLine> each : command.subcommands().entrySet()) {
            CommandSpec sub = each.getValue().getCommandSpec();
            item(
                    bold(title + "-" + each.getKey()) + "(" + SECTION + ")",
                    String.join(" ", sub.usageMessage().description()),
                    page);
        }
    }

    private static void seeAlso(CommandSpec command, String title, StringBuilder page) {
        int dash = title.lastIndexOf('-');
        String above = dash < 0 ? "" : bold(title.substring(0, dash)) + "(" + SECTION + ")";
        boolean isRoot = above.isEmpty() && !command.subcommands().isEmpty();
        page.append(".SH SEE ALSO\n");
        page.append(
                isRoot
                        ? text("The guide, beside the program in lib/plimsoll/guide.")
                        : above + "\n");
    }

    private static void item(String head, String body, StringBuilder page) {
        page.append(".TP\n").append(head).append('\n').append(text(body));
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /// A paragraph, a sentence a line.
    private static String text(String text) {
        StringBuilder lines = new StringBuilder();
        for (String sentence : text.split("(?<=\\.) (?=[A-Z])", -1)) {
            String line = escaped(sentence);
            boolean request = line.startsWith(".") || line.startsWith("'");
            lines.append(request ? "\\&" : "").append(line).append('\n');
        }
        return lines.toString();
    }

    /// What troff would take for something else: its escapes, hyphens, quotes; and what is not ASCII.
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '\\' -> escaped.append("\\e");
                        case '-' -> escaped.append("\\-");
                        case '`' -> escaped.append("\\(ga");
                        case '\'' -> escaped.append("\\(aq");
                        case '^' -> escaped.append("\\(ha");
                        case '~' -> escaped.append("\\(ti");
                        default -> {
                            if (c < 0x7f) {
                                escaped.append((char) c);
                            } else {
                                escaped.append(String.format(Locale.ROOT, "\\[u%04X]", c));
                            }
                        }
                    }
                });
        return escaped.toString();
    }
}
