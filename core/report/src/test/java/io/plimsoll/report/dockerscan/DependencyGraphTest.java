package io.plimsoll.report.dockerscan;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.Origin;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DependencyGraphTest {
    @Test
    void allWaysToAPackageAreThereTheShortestFirst() {
        DependencyGraph graph =
                new DependencyGraph(
                        List.of(
                                one("app", "left", "right", "top"),
                                one("left", "top"),
                                one("right", "left"),
                                one("top")));
        assertThat(graph.direct()).extracting(DependencyGraph.Node::label).containsExactly("app@1");
        assertThat(graph.paths("top"))
                .containsExactly(
                        List.of("app@1", "top@1"),
                        List.of("app@1", "left@1", "top@1"),
                        List.of("app@1", "right@1", "left@1", "top@1"));
    }

    @Test
    void aCircleIsCutWhereItCloses() {
        DependencyGraph graph =
                new DependencyGraph(
                        List.of(one("app", "b"), one("b", "c"), one("c", "b", "d"), one("d")));
        assertThat(graph.paths("d")).containsExactly(List.of("app@1", "b@1", "c@1", "d@1"));
        assertThat(graph.paths("b")).containsExactly(List.of("app@1", "b@1"));
    }

    @Test
    void packagesInACircleThatNothingLeadsToAreReachedToo() {
        DependencyGraph graph =
                new DependencyGraph(List.of(one("a", "b"), one("b", "a"), one("self", "self")));
        assertThat(graph.direct())
                .extracting(DependencyGraph.Node::label)
                .containsExactly("a@1", "self@1");
        assertThat(graph.paths("b")).containsExactly(List.of("a@1", "b@1"));
    }

    @Test
    void whatVeryManyWaysLeadToStandsBelowTheCommonPackages() {
        List<InstalledPackage> packages = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            packages.add(one("p" + i, "libc"));
        }
        packages.add(one("libc", "libgcc"));
        packages.add(one("libgcc"));
        DependencyGraph graph = new DependencyGraph(packages);
        assertThat(graph.common())
                .extracting(DependencyGraph.Node::label)
                .containsExactly("libc@1", "libgcc@1");
        assertThat(graph.paths("libc"))
                .containsExactly(List.of("meta-common-packages@meta", "libc@1"));
        assertThat(graph.direct()).hasSize(101);
        assertThat(graph.paths("p7")).containsExactly(List.of("p7@1"));
    }

    @Test
    void aHundredWaysAreNotYetVeryMany() {
        List<InstalledPackage> packages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            packages.add(one("p" + i, "libc"));
        }
        packages.add(one("libc"));
        assertThat(new DependencyGraph(packages).paths("libc")).hasSize(100);
    }

    @Test
    void aChainOfAHundredThousandEndsInAPath() {
        List<InstalledPackage> packages = new ArrayList<>();
        int length = 100_000;
        for (int i = 0; i < length; i++) {
            packages.add(one("p" + i, "p" + (i + 1)));
        }
        DependencyGraph graph = new DependencyGraph(packages);
        assertThat(graph.paths("p50"))
                .singleElement()
                .satisfies(path -> assertThat(path).hasSize(51));
        // All behind the hundredth have more than a hundred ways that lead to them.
        assertThat(new DependencyTree("root", graph).lines()).hasSize(length + 2);
    }

    @Test
    void aPackageOfAnotherProjectHasNoWay() {
        assertThat(new DependencyGraph(List.of(one("a", "elsewhere"))).paths("elsewhere"))
                .isEmpty();
    }

    private static InstalledPackage one(String name, String... requires) {
        PackageRecord record = PackageRecord.builder(PackageType.DEB, name, "1").build();
        Location location =
                new Location(new Evidence("/db", IdentifiedBy.PACKAGE_DATABASE), Optional.empty());
        return new InstalledPackage(
                name,
                record,
                "pkg:deb/" + name,
                List.of(location),
                List.of(requires),
                Origin.UNKNOWN,
                Optional.empty());
    }
}
