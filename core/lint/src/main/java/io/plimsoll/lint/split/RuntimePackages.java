package io.plimsoll.lint.split;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.image.BuildTools;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.image.BuiltPackage;
import io.plimsoll.lint.shell.ShellWord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the running side installs: what was asked for and builds nothing, and what its files need.
final class RuntimePackages {
    private static final Set<String> INSTALLS = Set.of("install", "add");
    private static final Set<String> REMOVES = Set.of("remove", "purge", "del");
    private static final Set<String> UPGRADES =
            Set.of("upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade");

    private final BuiltImage image;
    private final BuildTools tools = BuildTools.load();
    private final Map<String, String> asked = new TreeMap<>();
    private final Set<String> left = new TreeSet<>();
    private boolean takesRecommends;

    private RuntimePackages(BuiltImage image) {
        this.image = image;
    }

    /// Finds them.
    ///
    /// @param runs of the stage
    /// @param required packages that own programs and libraries of the running side
    /// @throws NoSplitException if what is installed cannot be told, or is no tool at all
    static RuntimePackages of(BuiltImage image, List<Run> runs, Set<String> required)
            throws NoSplitException {
        RuntimePackages packages = new RuntimePackages(image);
        for (Run run : runs) {
            for (Call call : run.calls()) {
                packages.read(call);
            }
        }
        if (packages.left.isEmpty()) {
            throw new NoSplitException(
                    "no instruction of the last stage installs tools for building; what the base image"
                            + " brings another base image may spare");
        }
        for (String name : required) {
            BuiltPackage owner = image.packages().get(name);
            if (owner != null && owner.isOwn()) {
                String chosen = packages.completed(name);
                packages.asked.putIfAbsent(chosen, chosen);
            }
        }
        return packages;
    }

    /// What to install, as it is written: with versions where the file has them.
    List<String> names() {
        return List.copyOf(asked.values());
    }

    /// Tools that only the building side installs.
    Set<String> tools() {
        return left;
    }

    boolean takesRecommends() {
        return takesRecommends;
    }

    /// Own packages that are installed no longer.
    List<BuiltPackage> removed() {
        Set<String> kept = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(asked.keySet());
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            BuiltPackage one = image.packages().get(name);
            if (one != null && kept.add(name)) {
                waiting.addAll(one.needs());
                if (takesRecommends) {
                    waiting.addAll(one.recommends());
                }
            }
        }
        List<BuiltPackage> removed = new ArrayList<>();
        for (BuiltPackage each : image.packages().values()) {
            if (each.isOwn() && !kept.contains(each.name())) {
                removed.add(each);
            }
        }
        return removed;
    }

    private void read(Call call) throws NoSplitException {
        boolean apt = Set.of("apt-get", "apt").contains(call.program());
        if (!apt && !call.program().equals("apk")) {
            return;
        }
        List<ShellWord> words = call.arguments().stream().filter(each -> !each.isOption()).toList();
        String subcommand = words.isEmpty() ? "" : words.getFirst().text();
        if (UPGRADES.contains(subcommand)) {
            throw new NoSplitException(
                    "line "
                            + call.span().line()
                            + " upgrades packages of the base image, which a newer base image has"
                            + " done already");
        }
        if (REMOVES.contains(subcommand)) {
            words.forEach(word -> asked.remove(word.text()));
        }
        if (!INSTALLS.contains(subcommand)) {
            return;
        }
        check(call);
        takesRecommends |= apt && !call.has("--no-install-recommends");
        List<ShellWord> arguments = call.arguments();
        for (int i = arguments.indexOf(words.getFirst()) + 1; i < arguments.size(); i++) {
            ShellWord word = arguments.get(i);
            if (word.is("-t") || word.is("--virtual")) {
                i++;
            } else if (!word.isOption()) {
                read(word.text());
            }
        }
    }

    /// Options that choose among sources or versions would have to be kept.
    private void check(Call call) throws NoSplitException {
        boolean chooses =
                call.hasUnknown()
                        || call.has("-X", "--repository", "-o", "--option", "-c")
                        || call.has("--target-release")
                        || (call.has("-t") && !call.program().equals("apk"));
        if (chooses) {
            throw new NoSplitException(
                    "line "
                            + call.span().line()
                            + " installs by variables or from sources of its own");
        }
    }

    private void read(String operand) throws NoSplitException {
        if (operand.indexOf('/') >= 0) {
            throw new NoSplitException("the package file '" + operand + "' is installed");
        }
        String name = operand.replaceFirst("[=:<>~].*$", "");
        if (tools.has(image.packageType(), name)) {
            left.add(name);
        } else if (!name.endsWith("-")) {
            asked.put(name, operand);
        }
    }

    /// Who asked for a whole JDK gets the whole JRE, with windows and fonts, where it was installed.
    private String completed(String name) {
        String whole = name.replaceFirst("-headless$", "");
        boolean onlyHeadless =
                left.stream()
                        .filter(each -> each.contains("-jdk"))
                        .allMatch(each -> each.endsWith("-headless"));
        return !onlyHeadless && image.packages().containsKey(whole) ? whole : name;
    }
}
