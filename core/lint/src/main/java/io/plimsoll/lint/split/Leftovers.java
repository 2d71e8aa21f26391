package io.plimsoll.lint.split;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Files that a build reads or leaves behind and that no program needs when it runs.
final class Leftovers {
    private static final List<String> CACHES =
            List.of(
                    "/root/.cache/",
                    "/root/go/",
                    "/root/.m2/",
                    "/root/.gradle/",
                    "/root/.cargo/",
                    "/root/.npm/",
                    "/root/.config/",
                    "/root/.local/state/",
                    "/root/.java/",
                    "/go/",
                    "/tmp/",
                    "/var/tmp/",
                    "/var/cache/",
                    "/var/log/",
                    "/var/lib/apt/",
                    "/var/lib/dpkg/",
                    "/lib/apk/",
                    "/run/",
                    "/proc/",
                    "/dev/",
                    "/sys/",
                    "/etc/ld.so.cache",
                    "/etc/hosts",
                    "/etc/resolv.conf",
                    "/etc/hostname",
                    "/etc/mtab");

    /// What users and groups are kept in: made anew by the same instructions.
    private static final Set<String> ACCOUNTS =
            Set.of(
                    "/etc/passwd",
                    "/etc/group",
                    "/etc/shadow",
                    "/etc/gshadow",
                    "/etc/subuid",
                    "/etc/subgid",
                    "/etc/passwd-",
                    "/etc/group-",
                    "/etc/shadow-",
                    "/etc/gshadow-",
                    "/etc/subuid-",
                    "/etc/subgid-",
                    "/etc/.pwd.lock");

    private static final Set<String> SOURCES =
            Set.of(
                    "go",
                    "mod",
                    "sum",
                    "java",
                    "class",
                    "kt",
                    "kts",
                    "scala",
                    "groovy",
                    "c",
                    "h",
                    "cc",
                    "cpp",
                    "cxx",
                    "hpp",
                    "hh",
                    "hxx",
                    "inl",
                    "o",
                    "obj",
                    "a",
                    "lo",
                    "la",
                    "s",
                    "asm",
                    "y",
                    "l",
                    "m4",
                    "ac",
                    "am",
                    "in",
                    "cmake",
                    "mk",
                    "d",
                    "rs",
                    "rlib",
                    "rmeta",
                    "gradle",
                    "proto",
                    "md",
                    "rst",
                    "adoc",
                    "lst",
                    "iml",
                    "bat",
                    "lastupdated",
                    "pc");

    private static final Set<String> NAMES =
            Set.of(
                    "makefile",
                    "gnumakefile",
                    "cmakelists.txt",
                    "cmakecache.txt",
                    "configure",
                    "config.status",
                    "config.log",
                    "pom.xml",
                    "build.xml",
                    "gradlew",
                    "mvnw",
                    "gradle.properties",
                    "cargo.toml",
                    "cargo.lock",
                    "dockerfile",
                    ".dockerignore",
                    ".gitignore",
                    ".gitattributes",
                    ".gitmodules",
                    ".editorconfig",
                    "license",
                    "licence",
                    "copying",
                    "notice",
                    "readme",
                    "changelog",
                    "authors",
                    "jenkinsfile",
                    ".travis.yml",
                    ".mailmap",
                    "codeowners");

    private static final List<String> FOLDERS =
            List.of(
                    "/.git/",
                    "/.github/",
                    "/.gradle/",
                    "/.idea/",
                    "/.mvn/",
                    "/CMakeFiles/",
                    "/autom4te.cache/",
                    "/.deps/",
                    "/target/classes/",
                    "/target/test-classes/",
                    "/target/maven-status/",
                    "/target/maven-archiver/",
                    "/target/generated-sources/",
                    "/target/surefire-reports/",
                    "/build/classes/",
                    "/build/tmp/",
                    "/build/reports/",
                    "/src/test/",
                    "/testdata/");

    private Leftovers() {}

    /// Whether users or groups are kept in a path.
    static boolean isAccounts(String path) {
        return ACCOUNTS.contains(path);
    }

    /// Whether a path is a cache, a log or a state of the system.
    static boolean isCache(String path) {
        return CACHES.stream().anyMatch(path::startsWith)
                || ACCOUNTS.contains(path)
                || path.matches("/home/[^/]+/\\.(cache|m2|gradle|cargo|npm|config)/.*");
    }

    /// Whether a path is a source or what comes between it and the program.
    static boolean isOfBuild(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        return FOLDERS.stream().anyMatch(path::contains)
                || NAMES.contains(lower)
                || lower.startsWith("dockerfile.")
                || lower.endsWith(".dockerfile")
                || isJarOfBuild(lower)
                || (dot >= 0 && SOURCES.contains(lower.substring(dot + 1)));
    }

    private static boolean isJarOfBuild(String name) {
        return name.endsWith("-sources.jar")
                || name.endsWith("-javadoc.jar")
                || (name.startsWith("original-") && name.endsWith(".jar"));
    }
}
