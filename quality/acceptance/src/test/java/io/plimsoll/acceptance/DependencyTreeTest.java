package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The dependency tree of a system against what its own package manager says.
final class DependencyTreeTest {
    private static final String COMMON = "meta-common-packages";

    @TempDir static Path folder;

    /// Who requires whom, by bare package names.
    private final Map<String, Set<String>> required = new TreeMap<>();

    @Test
    void debianPackagesHangTogetherAsDpkgSays() throws Exception {
        Path root = folder.resolve("debian");
        Program tools = new Program(folder);
        tools.lines(
                "mmdebstrap",
                "--variant=minbase",
                "--include=ca-certificates,curl,dbus",
                "bookworm",
                root.toString(),
                AptSources.line("bookworm"));
        String format =
                "${Package}\\t${Depends}\\t${Pre-Depends}\\t${Provides}\\t${db:Status-Status}\\n";
        List<String[]> rows =
                tools.lines("dpkg-query", "--root=" + root, "-W", "-f", format).stream()
                        .map(line -> line.split("\t", -1))
                        .filter(row -> row[4].equals("installed"))
                        .toList();
        Map<String, String> providers = new HashMap<>();
        rows.forEach(row -> providers.put(row[0], row[0]));
        for (String[] row : rows) {
            names(row[3])
                    .forEach(group -> group.forEach(name -> providers.putIfAbsent(name, row[0])));
        }
        for (String[] row : rows) {
            Set<String> below = required.computeIfAbsent(row[0], any -> new TreeSet<>());
            List<List<String>> groups = new ArrayList<>(names(row[1]));
            groups.addAll(names(row[2]));
            for (List<String> alternatives : groups) {
                alternatives.stream()
                        .filter(providers::containsKey)
                        .findFirst()
                        .ifPresent(name -> below.add(providers.get(name)));
            }
            below.remove(row[0]);
        }
        assertThat(required).hasSizeGreaterThan(90);
        check(tree("dir:" + root));
    }

    @Test
    @Tag("shared")
    void alpinePackagesHangTogetherAsApkSays() throws Exception {
        Path archive =
                Path.of(System.getenv("PLIMSOLL_SHARED"))
                        .resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");
        assertThat(archive).exists();
        Path root = Files.createDirectories(folder.resolve("alpine"));
        Program tools = new Program(folder);
        tools.lines("tar", "-xzf", archive.toString(), "-C", root.toString());
        Map<String, String> providers = new HashMap<>();
        List<String> installed = tools.lines("chroot", root.toString(), "/sbin/apk", "info");
        for (String name : installed) {
            providers.put(name, name);
            apk(tools, root, "--provides", name)
                    .forEach(each -> providers.putIfAbsent(each.replaceFirst("=.*", ""), name));
        }
        for (String name : installed) {
            Set<String> below = required.computeIfAbsent(name, any -> new TreeSet<>());
            for (String each : apk(tools, root, "--depends", name)) {
                String provider = providers.get(each.replaceFirst("[<>=~].*", ""));
                if (provider != null && !provider.equals(name)) {
                    below.add(provider);
                }
            }
        }
        assertThat(required).hasSize(14);
        check(tree("dir:" + root));
    }

    private static List<String> apk(Program tools, Path root, String what, String name)
            throws Exception {
        return tools.lines("chroot", root.toString(), "/sbin/apk", "info", what, name).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /// `a | b (>= 1), c` as lists of alternatives.
    private static List<List<String>> names(String field) {
        List<List<String>> groups = new ArrayList<>();
        for (String group : field.split(",", -1)) {
            List<String> alternatives = new ArrayList<>();
            for (String one : group.split("\\|", -1)) {
                String name = one.strip().replaceFirst("[ (:].*", "");
                if (!name.isEmpty()) {
                    alternatives.add(name);
                }
            }
            groups.add(alternatives);
        }
        return groups;
    }

    private static JsonObject tree(String target) throws Exception {
        Program.Outcome outcome =
                new Program(folder)
                        .run(
                                Repository.root().resolve("plimsoll").toString(),
                                "docker-scan",
                                "--json",
                                "--dependency-tree",
                                target);
        int end = outcome.out().indexOf("\n}\n") + 3;
        byte[] first = outcome.out().substring(0, end).getBytes(StandardCharsets.UTF_8);
        return Json.parse(new ByteArrayInputStream(first), 1000).asObject();
    }

    /// Each line between packages in the tree is a requirement; each requirement is a line in it,
    /// leads to a common package, or would close a circle; and every package is in it.
    private void check(JsonObject tree) {
        Map<String, Set<String>> drawn = new TreeMap<>();
        Set<String> top = new LinkedHashSet<>();
        Set<String> common = new HashSet<>();
        tree.object("dependencies")
                .members()
                .forEach((name, node) -> {
                    JsonObject below = node.asObject().object("dependencies");
                    if (name.equals(COMMON)) {
                        below.members().keySet().forEach(each -> common.add(bare(each)));
                    } else {
                        top.add(bare(name));
                    }
                    walk(name, node.asObject(), drawn);
                });
        drawn.remove(COMMON);
        assertThat(drawn.keySet()).isEqualTo(required.keySet());
        drawn.forEach((name, below) ->
                assertThat(required.getOrDefault(name, Set.of())).as(name).containsAll(below));
        required.forEach((name, below) -> {
            for (String each : below) {
                boolean shown = drawn.getOrDefault(name, Set.of()).contains(each);
                assertThat(shown || common.contains(each) || reaches(each, name))
                        .as(name + " requires " + each)
                        .isTrue();
            }
        });
        for (String name : top) {
            assertThat(required.keySet())
                    .as(name)
                    .allMatch(other ->
                            !required.getOrDefault(other, Set.of()).contains(name)
                                    || reaches(name, other));
        }
    }

    private static void walk(String name, JsonObject node, Map<String, Set<String>> drawn) {
        Set<String> below = drawn.computeIfAbsent(bare(name), any -> new TreeSet<>());
        node.object("dependencies")
                .members()
                .forEach((each, inner) -> {
                    below.add(bare(each));
                    walk(each, inner.asObject(), drawn);
                });
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.removeLast();
            if (at.equals(to)) {
                return true;
            }
            if (seen.add(at)) {
                open.addAll(required.getOrDefault(at, Set.of()));
            }
        }
        return false;
    }

    private static String bare(String name) {
        return name.substring(name.indexOf('/') + 1);
    }
}
