package io.plimsoll.report.dockerscan;

import io.plimsoll.model.InstalledPackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What requires what in a project, as a tree can be drawn of it: without circles, and with the
/// packages that very many others lead to set apart, below a package that is none. There are never
/// more than about {@link #MOST_WALKS} ways to a package then.
final class DependencyGraph {
    /// The package below which common ones are drawn.
    static final String COMMON = "meta-common-packages@meta";

    /// Ways to a package from which on it is common.
    private static final int MOST_WALKS = 100;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> byId = new HashMap<>();

    /// A package and its neighbours; those below it in the order of their labels.
    static final class Node {
        private final InstalledPackage installed;
        private final String label;
        private final List<Node> below = new ArrayList<>();
        private final List<Node> above = new ArrayList<>();
        private boolean entered;
        private boolean left;
        private long walks;
        private boolean common;

        private Node(InstalledPackage installed) {
            this.installed = installed;
            this.label = PackageNames.label(installed);
        }

        InstalledPackage installed() {
            return installed;
        }

        String label() {
            return label;
        }

        /// What it requires, common packages left out.
        List<Node> below() {
            return below;
        }
    }

    /// @param packages those of one project; requirements outside it do not count
    DependencyGraph(List<InstalledPackage> packages) {
        for (InstalledPackage each : packages) {
            Node node = new Node(each);
            nodes.add(node);
            byId.put(each.id(), node);
        }
        nodes.sort(Comparator.comparing(Node::label).thenComparing(node -> node.installed.id()));
        List<Node> order = withoutCircles();
        for (Node node : order) {
            for (Node next : node.below) {
                next.walks = Math.min(next.walks + 1 + node.walks, 2L * MOST_WALKS);
            }
        }
        for (Node node : order) {
            node.common = node.walks > MOST_WALKS;
        }
        for (Node node : order) {
            node.below.removeIf(next -> next.common);
            node.below.forEach(next -> next.above.add(node));
        }
    }

    /// Packages that nothing else requires, sorted by label.
    List<Node> direct() {
        return nodes.stream().filter(node -> !node.common && node.above.isEmpty()).toList();
    }

    /// Packages that very many ways lead to, sorted by label.
    List<Node> common() {
        return nodes.stream().filter(node -> node.common).toList();
    }

    /// The ways to a package, labels from the outermost to itself, the shortest first.
    List<List<String>> paths(String packageId) {
        Node node = byId.get(packageId);
        if (node == null) {
            return List.of();
        }
        List<List<String>> paths = new ArrayList<>();
        Deque<Step> open = new ArrayDeque<>();
        open.push(new Step(node, Optional.empty()));
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (step.node.common || step.node.above.isEmpty()) {
                paths.add(step.labels());
            } else {
                step.node.above.forEach(each -> open.push(new Step(each, Optional.of(step))));
            }
        }
        paths.sort(DependencyGraph::shortestFirst);
        return paths;
    }

    private static int shortestFirst(List<String> left, List<String> right) {
        int bySize = Integer.compare(left.size(), right.size());
        for (int i = 0; bySize == 0 && i < left.size(); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return bySize;
    }

    /// A package on a way, and the next one towards where the way leads.
    private record Step(Node node, Optional<Step> next) {
        List<String> labels() {
            List<String> labels = new ArrayList<>();
            if (node.common) {
                labels.add(COMMON);
            }
            for (Optional<Step> at = Optional.of(this); at.isPresent(); at = at.get().next) {
                labels.add(at.get().node.label);
            }
            return labels;
        }
    }

    /// Links the nodes, leaving out each requirement that would close a circle.
    ///
    /// @return the nodes, each before those below it
    private List<Node> withoutCircles() {
        Set<String> required = new HashSet<>();
        nodes.forEach(node -> required.addAll(node.installed.dependsOn()));
        List<Node> finished = new ArrayList<>();
        for (Node node : nodes) {
            if (!required.contains(node.installed.id())) {
                descend(node, finished);
            }
        }
        nodes.forEach(node -> descend(node, finished));
        Collections.reverse(finished);
        return finished;
    }

    /// Depth first, without recursion: a chain of requirements may be as long as there are packages.
    private void descend(Node start, List<Node> finished) {
        if (start.entered) {
            return;
        }
        List<Node> stack = new ArrayList<>();
        Map<Node, List<Node>> open = new HashMap<>();
        enter(start, stack, open);
        while (!stack.isEmpty()) {
            Node node = stack.getLast();
            List<Node> rest = open.getOrDefault(node, List.of());
            if (rest.isEmpty()) {
                stack.removeLast();
                node.left = true;
                finished.add(node);
                continue;
            }
            Node next = rest.removeLast();
            if (!next.entered) {
                node.below.add(next);
                enter(next, stack, open);
            } else if (next.left) {
                node.below.add(next);
            }
        }
    }

    private void enter(Node node, List<Node> stack, Map<Node, List<Node>> open) {
        node.entered = true;
        stack.add(node);
        TreeSet<Node> sorted =
                new TreeSet<>(
                        Comparator.comparing(Node::label)
                                .thenComparing(each -> each.installed.id()));
        for (String id : node.installed.dependsOn()) {
            Node next = byId.get(id);
            if (next != null) {
                sorted.add(next);
            }
        }
        open.put(node, new ArrayList<>(sorted.reversed()));
    }
}
