package io.plimsoll.report.dockerscan;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.report.dockerscan.DependencyGraph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The dependency tree of a project, as text and as JSON. A package that is drawn with what it
/// requires is drawn without where it comes again: a tree of a whole system has millions of leaves
/// otherwise. So is what lies deeper than any real tree goes.
final class DependencyTree {
    private static final String PRUNED = " ...";

    /// Levels; each is a level of JSON, too.
    private static final int DEEPEST = 200;

    private final String root;
    private final DependencyGraph graph;
    private final Set<Node> drawn = new HashSet<>();

    /// @param root the project, `docker-image|debian @ 12`
    DependencyTree(String root, DependencyGraph graph) {
        this.root = root;
        this.graph = graph;
    }

    /// `├─ ca-certificates @ 20200601~deb10u1` and so on.
    List<String> lines() {
        drawn.clear();
        List<String> lines = new ArrayList<>();
        lines.add(root);
        List<Node> direct = graph.direct();
        List<Node> common = graph.common();
        for (int i = 0; i < direct.size(); i++) {
            draw(direct.get(i), "   ", i == direct.size() - 1 && common.isEmpty(), lines);
        }
        if (!common.isEmpty()) {
            lines.add("   └─ " + spaced(DependencyGraph.COMMON));
            for (int i = 0; i < common.size(); i++) {
                draw(common.get(i), "      ", i == common.size() - 1, lines);
            }
        }
        return lines;
    }

    private void draw(Node node, String indent, boolean last, List<String> lines) {
        boolean again = isPruned(node, indent.length() / 3);
        lines.add(indent + (last ? "└─ " : "├─ ") + spaced(node.label()) + (again ? PRUNED : ""));
        if (again) {
            return;
        }
        String deeper = indent + (last ? "   " : "│  ");
        for (int i = 0; i < node.below().size(); i++) {
            draw(node.below().get(i), deeper, i == node.below().size() - 1, lines);
        }
    }

    /// `{"name", "version", "dependencies": {name: …}}`, the names as in the text.
    void write(String name, String version, JsonWriter json) {
        drawn.clear();
        json.text("name", name);
        json.text("version", version);
        json.object(
                "dependencies",
                () -> {
                    graph.direct().forEach(node -> write(node, 1, json));
                    if (!graph.common().isEmpty()) {
                        json.object(
                                "meta-common-packages",
                                () -> {
                                    json.text("name", "meta-common-packages");
                                    json.text("version", "meta");
                                    json.object(
                                            "dependencies",
                                            () ->
                                                    graph.common()
                                                            .forEach(node -> write(node, 2, json)));
                                });
                    }
                });
    }

    private void write(Node node, int level, JsonWriter json) {
        boolean again = isPruned(node, level);
        String name = PackageNames.name(node.installed());
        json.object(
                name,
                () -> {
                    json.text("name", name);
                    json.text("version", node.installed().record().version());
                    if (again) {
                        json.object("labels", () -> json.text("pruned", "true"));
                    } else if (!node.below().isEmpty()) {
                        json.object(
                                "dependencies",
                                () -> node.below().forEach(next -> write(next, level + 1, json)));
                    }
                });
    }

    private boolean isPruned(Node node, int level) {
        boolean again = !drawn.add(node) || level > DEEPEST;
        return again && !node.below().isEmpty();
    }

    private static String spaced(String label) {
        int at = label.lastIndexOf('@');
        return label.substring(0, at) + " @ " + label.substring(at + 1);
    }
}
