package io.plimsoll.dockerfile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Which flags an instruction takes, and which values.
///
/// Source: the Dockerfile reference; BuildKit's `frontend/dockerfile/instructions`.
final class FlagCheck {
    private static final Set<String> SWITCHES =
            Set.of("--link", "--keep-git-dir", "--unpack", "--parents");
    private static final Set<String> REPEATED = Set.of("--exclude", "--mount", "--device");
    private static final Set<String> TIMES =
            Set.of("--interval", "--timeout", "--start-period", "--start-interval");

    private FlagCheck() {}

    static void check(Instruction instruction, Consumer<SyntaxProblem> problems) {
        if (takesAny(instruction)) {
            return;
        }
        List<String> known = known(instruction.kind());
        Set<String> seen = new HashSet<>();
        for (Flag flag : instruction.flags()) {
            String problem =
                    !known.contains(flag.name())
                            ? "'" + flag.name() + "' is no flag of " + instruction.kind()
                            : !seen.add(flag.name()) && !REPEATED.contains(flag.name())
                                    ? "'" + flag.name() + "' comes twice"
                                    : value(flag);
            if (!problem.isEmpty()) {
                problems.accept(new SyntaxProblem(problem, flag.span()));
            }
        }
    }

    /// BuildKit does not look at the flags of these.
    private static boolean takesAny(Instruction instruction) {
        return switch (instruction.kind()) {
            case ARG, STOPSIGNAL, UNKNOWN -> true;
            case HEALTHCHECK ->
                    !(instruction.arguments()
                                    instanceof Arguments.Check(Word type, Arguments command))
                            || type.text().equalsIgnoreCase("none");
            default -> false;
        };
    }

    private static List<String> known(InstructionKind kind) {
        return switch (kind) {
            case ADD ->
                    List.of(
                            "--chown",
                            "--chmod",
                            "--link",
                            "--keep-git-dir",
                            "--checksum",
                            "--unpack",
                            "--exclude");
            case COPY ->
                    List.of("--chown", "--from", "--chmod", "--link", "--exclude", "--parents");
            case FROM -> List.of("--platform");
            case RUN -> List.of("--mount", "--network", "--security", "--device");
            case HEALTHCHECK ->
                    List.of(
                            "--interval",
                            "--timeout",
                            "--start-period",
                            "--start-interval",
                            "--retries");
            default -> List.of();
        };
    }

    private static String value(Flag flag) {
        String value = flag.value().orElse("");
        if (SWITCHES.contains(flag.name())) {
            boolean word = value.toLowerCase(Locale.ROOT).matches("true|false");
            return word || flag.value().isEmpty()
                    ? ""
                    : "'" + flag.name() + "' is true or false, not '" + value + "'";
        }
        if (flag.value().isEmpty()) {
            return "'" + flag.name() + "' needs a value";
        }
        if (TIMES.contains(flag.name()) && !isTime(value)) {
            return "'" + value + "' is no time of a millisecond or more, such as 30s";
        }
        if (flag.name().equals("--retries") && !value.matches("|\\+?[0-9]{1,9}")) {
            return "'" + value + "' is no number of retries";
        }
        return switch (flag.name()) {
            case "--network" -> oneOf(value, List.of("default", "none", "host"));
            case "--security" -> oneOf(value, List.of("sandbox", "insecure"));
            case "--mount" -> mount(value);
            default -> "";
        };
    }

    private static String mount(String value) {
        Optional<List<String>> options = MountOptions.of(value);
        if (options.isEmpty()) {
            return "'" + value + "' is no list of options with commas between them";
        }
        for (String option : options.get()) {
            if (option.startsWith("from=") && option.indexOf('$') >= 0) {
                return "'" + option + "' of a mount has a variable; name a stage instead";
            }
        }
        return "";
    }

    private static String oneOf(String value, List<String> words) {
        return words.contains(value)
                ? ""
                : "'" + value + "' is none of " + String.join(", ", words);
    }

    /// A duration as Go writes it; 0 and nothing mean the default.
    private static boolean isTime(String value) {
        if (value.isEmpty() || value.matches("[+-]?(0+(\\.0*)?(ns|us|µs|μs|ms|s|m|h)?)+")) {
            return true;
        }
        return value.matches("[+]?(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+")
                && value.matches(".*[1-9].*(ms|s|m|h).*");
    }
}
