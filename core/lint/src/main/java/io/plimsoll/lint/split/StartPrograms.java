package io.plimsoll.lint.split;

import io.plimsoll.dockerfile.Span;
import io.plimsoll.lint.context.CleanPath;
import io.plimsoll.lint.image.BuiltFile;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.Script;
import io.plimsoll.lint.shell.ScriptReader;
import io.plimsoll.lint.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a container of the image begins with: the program, where it lies, and the files that its
/// arguments name.
final class StartPrograms {
    private static final Set<String> STARTERS = Set.of("exec", "env", "tini", "dumb-init", "--");
    private static final Set<String> BUILT_IN =
            Set.of(
                    "exit", "true", "false", "test", "[", "echo", "set", "export", ":", "trap",
                    "wait", "umask", "ulimit", "read", "shift", "unset", "printf");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash");

    private final BuiltImage image;
    private String workingFolder;
    private final Map<String, BuiltFile> files = new HashMap<>();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> paths = new TreeSet<>();

    private StartPrograms(BuiltImage image, String workingFolder) {
        this.image = image;
        this.workingFolder = workingFolder;
        image.files().forEach(each -> files.put(each.path(), each));
    }

    /// Finds them.
    ///
    /// @param workingFolder in which a container starts
    /// @throws NoSplitException if the program cannot be told
    static StartPrograms of(BuiltImage image, String workingFolder) throws NoSplitException {
        StartPrograms start = new StartPrograms(image, workingFolder);
        List<String> words = image.start();
        if (words.isEmpty()) {
            throw new NoSplitException(
                    "the image has neither CMD nor ENTRYPOINT: what it runs is not known");
        }
        boolean shell =
                words.size() == 3
                        && SHELLS.contains(name(words.get(0)))
                        && words.get(1).equals("-c");
        if (shell) {
            start.script(words.get(2));
        } else {
            start.command(words);
        }
        start.workingFolder = workingFolder;
        start.healthcheck(image.healthcheck());
        return start;
    }

    /// Names of packages that own the programs.
    Set<String> packages() {
        return packages;
    }

    /// Paths of files and folders that must be there.
    Set<String> paths() {
        return paths;
    }

    /// `CMD` and a command, `CMD-SHELL` and a script, or `NONE`.
    private void healthcheck(List<String> test) throws NoSplitException {
        if (test.size() > 1 && test.getFirst().equals("CMD-SHELL")) {
            script(test.get(1));
        } else if (test.size() > 1 && test.getFirst().equals("CMD")) {
            command(test.subList(1, test.size()));
        }
    }

    private void script(String text) throws NoSplitException {
        Script script = ScriptReader.read(text, (from, to) -> new Span(from, to, 1, 1));
        if (!script.isComplete()) {
            throw new NoSplitException("the command that the shell runs cannot be read");
        }
        for (Command command : script.commands()) {
            if (command.words().stream().anyMatch(word -> word.text().startsWith("$("))) {
                throw new NoSplitException("the command runs others whose names are not known");
            }
            List<String> words = command.words().stream().map(ShellWord::text).toList();
            if (words.size() == 2 && words.getFirst().equals("cd")) {
                workingFolder = absolute(words.getLast());
            } else if (!words.isEmpty() && !BUILT_IN.contains(words.getFirst())) {
                command(words);
            }
        }
    }

    private void command(List<String> words) throws NoSplitException {
        int at = 0;
        while (at < words.size() - 1 && STARTERS.contains(name(words.get(at)))) {
            program(words.get(at));
            at++;
        }
        String program = program(words.get(at));
        if (SHELLS.contains(name(program)) || isScript(program)) {
            throw new NoSplitException(
                    "a container starts with the script '"
                            + String.join(" ", words)
                            + "', which may run any program");
        }
        for (String word : words.subList(at + 1, words.size())) {
            argument(word);
        }
    }

    /// A file of one's own that is no native program may be a script that calls anything.
    private boolean isScript(String program) {
        BuiltFile own = files.get(image.paths().resolve(program));
        return own != null && own.kind() == BuiltFile.Kind.OTHER;
    }

    private String program(String word) throws NoSplitException {
        if (word.equals("exec") || word.equals("--")) {
            return word;
        }
        String path =
                find(word)
                        .orElseThrow(() ->
                                new NoSplitException(
                                        "the program '" + word + "' is not found in the image"));
        String resolved = image.paths().resolve(path);
        Optional<String> owner = image.paths().owner(resolved).or(() -> image.paths().owner(path));
        owner.ifPresentOrElse(
                packages::add,
                () -> {
                    paths.add(path);
                    paths.add(resolved);
                });
        return path;
    }

    private Optional<String> find(String word) {
        List<String> tries = new ArrayList<>();
        if (word.startsWith("/")) {
            tries.add(word);
        } else if (word.indexOf('/') >= 0) {
            tries.add(absolute(word));
        } else {
            image.searchPath().forEach(folder -> tries.add(folder + "/" + word));
        }
        return tries.stream().filter(this::isThere).findFirst();
    }

    private boolean isThere(String path) {
        String resolved = image.paths().resolve(path);
        return files.containsKey(resolved) || image.paths().owner(resolved).isPresent();
    }

    /// A file or folder, several with colons between them, or one behind `=`.
    private void argument(String word) {
        String value = word.substring(word.indexOf('=') + 1);
        for (String each : value.split(":", -1)) {
            String path =
                    absolute(each.endsWith("/*") ? each.substring(0, each.length() - 2) : each);
            boolean isFolder =
                    files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
            if (!each.isEmpty() && (files.containsKey(path) || (isFolder && path.length() > 1))) {
                paths.add(path);
                paths.add(image.paths().resolve(path));
            }
        }
    }

    private String absolute(String path) {
        String joined = path.startsWith("/") ? path : workingFolder + "/" + path;
        return CleanPath.of(joined);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
