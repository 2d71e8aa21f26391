package io.plimsoll.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The command line of `docker scan`, read as Docker's own commands read theirs.
///
/// Source: spf13/pflag: `--name value`, `--name=value`, `-f value`, `-fvalue`, switches with
/// `=true` or `=false`, arguments between options, `--` before arguments alone.
final class DockerScanArguments {
    private static final Set<String> SWITCHES =
            Set.of(
                    "accept-license",
                    "dependency-tree",
                    "exclude-base",
                    "group-issues",
                    "help",
                    "json",
                    "login",
                    "reject-license",
                    "version");
    private static final Set<String> VALUES = Set.of("file", "severity", "token");
    private static final Map<String, String> SHORT = Map.of("f", "file", "h", "help");

    private final Map<String, String> options = new HashMap<>();
    private final List<String> images = new ArrayList<>();

    /// @throws IllegalArgumentException with the words that Docker has for it
    static DockerScanArguments parse(List<String> arguments) {
        DockerScanArguments parsed = new DockerScanArguments();
        int i = 0;
        while (i < arguments.size()) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                parsed.images.addAll(arguments.subList(i + 1, arguments.size()));
                return parsed;
            }
            Optional<String> following =
                    i + 1 < arguments.size() ? Optional.of(arguments.get(i + 1)) : Optional.empty();
            i += parsed.take(argument, following) ? 2 : 1;
        }
        return parsed;
    }

    boolean isSet(String name) {
        return options.getOrDefault(name, "false").equals("true");
    }

    /// An option's value, empty where it was not given.
    String value(String name) {
        return options.getOrDefault(name, "");
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    List<String> images() {
        return images;
    }

    /// @return whether the following argument was taken too
    private boolean take(String argument, Optional<String> following) {
        if (argument.startsWith("--")) {
            return takeLong(argument.substring(2), following);
        }
        if (argument.startsWith("-") && argument.length() > 1) {
            return takeShort(argument.substring(1), following);
        }
        images.add(argument);
        return false;
    }

    private boolean takeLong(String text, Optional<String> following) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Optional<String> value =
                equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1));
        if (SWITCHES.contains(name)) {
            options.put(name, truth(name, value.orElse("true")));
            return false;
        }
        if (!VALUES.contains(name)) {
            throw new IllegalArgumentException("unknown flag: --" + name);
        }
        if (value.isPresent()) {
            options.put(name, value.get());
            return false;
        }
        options.put(name, needed(following, "--" + name));
        return true;
    }

    private boolean takeShort(String text, Optional<String> following) {
        String letter = text.substring(0, 1);
        String name = SHORT.getOrDefault(letter, "");
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown shorthand flag: '" + letter + "' in -" + text);
        }
        if (SWITCHES.contains(name)) {
            options.put(name, "true");
            return false;
        }
        if (text.length() > 1) {
            options.put(name, text.substring(text.charAt(1) == '=' ? 2 : 1));
            return false;
        }
        options.put(name, needed(following, "'" + letter + "' in -" + letter));
        return true;
    }

    private static String needed(Optional<String> value, String option) {
        return value.orElseThrow(
                () -> new IllegalArgumentException("flag needs an argument: " + option));
    }

    private static String truth(String name, String value) {
        return switch (value) {
            case "1", "t", "T", "true", "TRUE", "True" -> "true";
            case "0", "f", "F", "false", "FALSE", "False" -> "false";
            default ->
                    throw new IllegalArgumentException(
                            "invalid argument \""
                                    + value
                                    + "\" for \"--"
                                    + name
                                    + "\" flag: strconv.ParseBool: parsing \""
                                    + value
                                    + "\": invalid syntax");
        };
    }
}
