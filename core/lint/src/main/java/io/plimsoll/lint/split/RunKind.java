package io.plimsoll.lint.split;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a RUN is for, by the programs that it runs.
enum RunKind {
    /// It calls package managers of the distribution only.
    INSTALL,
    /// It makes programs of sources.
    BUILD,
    /// It moves about what was made.
    FINISH,
    /// It makes users, groups and folders.
    SETUP,
    /// Anything else.
    UNKNOWN;

    private static final Set<String> MANAGERS = Set.of("apt-get", "apt", "apk");

    private static final Set<String> COMPILERS =
            Set.of(
                    "go",
                    "javac",
                    "jar",
                    "mvn",
                    "mvnw",
                    "gradle",
                    "gradlew",
                    "ant",
                    "make",
                    "gmake",
                    "cmake",
                    "ctest",
                    "ninja",
                    "meson",
                    "cargo",
                    "rustc",
                    "gcc",
                    "g++",
                    "cc",
                    "c++",
                    "clang",
                    "clang++",
                    "ld",
                    "ar",
                    "configure",
                    "autoreconf",
                    "autogen.sh",
                    "bazel",
                    "jlink",
                    "kotlinc",
                    "scalac");

    private static final Set<String> MOVERS =
            Set.of(
                    "mv",
                    "cp",
                    "install",
                    "strip",
                    "rm",
                    "chmod",
                    "chown",
                    "ln",
                    "touch",
                    "ldconfig");

    /// What they make belongs to the running side too.
    private static final Set<String> ACCOUNTS =
            Set.of(
                    "useradd",
                    "groupadd",
                    "adduser",
                    "addgroup",
                    "usermod",
                    "update-ca-certificates");

    /// They change nothing by themselves.
    private static final Set<String> HARMLESS =
            Set.of("set", "cd", "true", "echo", "export", "test", "[", ":", "pwd", "ls", "printf");

    static RunKind of(Run run) {
        List<Call> calls = run.calls();
        boolean readable =
                run.script().isComplete()
                        && calls.size()
                                == run.script().commands().stream().filter(RunKind::runs).count();
        if (!readable) {
            return UNKNOWN;
        }
        Optional<RunKind> kind = Optional.of(SETUP);
        for (Call call : calls) {
            kind = kind.flatMap(so -> with(so, call));
        }
        boolean makesMore = calls.stream().anyMatch(call -> ACCOUNTS.contains(call.program()));
        return calls.isEmpty() || (makesMore && !kind.equals(Optional.of(SETUP)))
                ? UNKNOWN
                : kind.orElse(UNKNOWN);
    }

    /// Whether a compiler or a build system is among what a RUN calls, whatever else it does.
    static boolean builds(Run run) {
        return run.calls().stream().anyMatch(call -> COMPILERS.contains(call.program()));
    }

    /// A list that is emptied behind an install, or a message, does not change what a RUN is for.
    private static Optional<RunKind> with(RunKind so, Call call) {
        String program = call.program();
        if (HARMLESS.contains(program)) {
            return Optional.of(so);
        }
        if (COMPILERS.contains(program)) {
            return Optional.of(BUILD);
        }
        if (MANAGERS.contains(program)) {
            return Optional.of(so == SETUP ? INSTALL : so);
        }
        if (so == INSTALL && program.equals("rm") && cleans(call)) {
            return Optional.of(INSTALL);
        }
        if (so == BUILD && (MOVERS.contains(program) || program.equals("mkdir"))) {
            return Optional.of(BUILD);
        }
        if (MOVERS.contains(program) && (so == SETUP || so == FINISH)) {
            return Optional.of(FINISH);
        }
        boolean makes = ACCOUNTS.contains(program) || program.equals("mkdir");
        return makes && so != INSTALL ? Optional.of(so) : Optional.empty();
    }

    private static boolean cleans(Call call) {
        return call.arguments().stream()
                .map(ShellWord::text)
                .allMatch(text ->
                        text.startsWith("-")
                                || text.startsWith("/var/")
                                || text.startsWith("/tmp/")
                                || text.startsWith("/usr/share/"));
    }

    private static boolean runs(Command command) {
        return !command.words().isEmpty();
    }
}
