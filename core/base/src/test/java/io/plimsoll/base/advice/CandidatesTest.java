package io.plimsoll.base.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.advisory.OfficialImage;
import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.base.index.IndexedImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CandidatesTest {
    private static final List<OfficialImage> PYTHON =
            List.of(
                    python("3.15.0rc1-trixie 3.15-rc-trixie", "3.15-rc", "debian:trixie"),
                    python(
                            "3.14.1-trixie 3.14-trixie 3-trixie",
                            "3.14.1 3.14 3 latest",
                            "debian:trixie"),
                    python(
                            "3.14.1-slim-trixie 3.14-slim-trixie 3-slim-trixie 3.14.1-slim 3.14-slim 3-slim slim",
                            "",
                            "debian:trixie-slim"),
                    python(
                            "3.14.1-slim-bookworm 3.14-slim-bookworm 3-slim-bookworm",
                            "",
                            "debian:bookworm-slim"),
                    python(
                            "3.14.1-alpine3.24 3.14-alpine3.24 3.14-alpine alpine",
                            "",
                            "alpine:3.24"),
                    python(
                            "3.10.19-slim-trixie 3.10-slim-trixie 3.10-slim",
                            "",
                            "debian:trixie-slim"),
                    python("3.10.19-windowsservercore-ltsc2025", "3.10", "", "windows-amd64"));

    private static OfficialImage python(String tags, String shared, String system) {
        return python(tags, shared, system, "amd64");
    }

    private static OfficialImage python(
            String tags, String shared, String system, String architecture) {
        return new OfficialImage(
                List.of(tags.split(" ", -1)),
                shared.isEmpty() ? List.of() : List.of(shared.split(" ", -1)),
                List.of(architecture),
                system,
                system);
    }

    private static List<String> of(String current, IndexedImage... indexed) {
        return of(current, Optional.empty(), indexed);
    }

    private static List<String> of(
            String current, Optional<IndexedImage> entry, IndexedImage... indexed) {
        ImageName name = ImageName.parse(current);
        return Candidates.of(
                        new CurrentBase(name, entry, "linux/amd64"),
                        name.repository().equals("python") ? PYTHON : List.of(),
                        List.of(indexed))
                .stream()
                .map(each ->
                        each.relation().word()
                                + " "
                                + each.name()
                                + (each.indexed().isPresent() ? " indexed" : ""))
                .toList();
    }

    @Test
    void newerVersionsOfTheSameShapeAreUpgrades() {
        assertThat(of("python:3.9-slim"))
                .containsExactly(
                        "minor python:3.10-slim",
                        "minor python:3.14-slim",
                        "system python:3.14-alpine",
                        "system python:3.14-slim-bookworm",
                        "other python:3.14");
    }

    @Test
    void olderVersionsAreNone() {
        assertThat(of("python:3.14-slim"))
                .containsExactly(
                        "system python:3.14-alpine",
                        "system python:3.14-slim-bookworm",
                        "other python:3.14");
    }

    @Test
    void aTagWithoutAVersionMeansWhatTheListSays() {
        assertThat(of("python"))
                .containsExactly(
                        "slimmer python:3-slim-bookworm",
                        "slimmer python:slim",
                        "system python:alpine");
    }

    @Test
    void aPreviewIsOfferedToNobodyWhoHasNone() {
        assertThat(of("python:3.9")).noneMatch(each -> each.contains("rc"));
    }

    @Test
    void whatIsIndexedUnderTheTagAndNewerIsARefresh() {
        IndexedImage old = IndexedImages.of("python:3.14-slim", 1, "debian", "13");
        IndexedImage fresh = IndexedImages.of("python:3.14-slim", 2, "debian", "13");
        assertThat(of("python:3.14-slim", Optional.of(old), old, fresh))
                .startsWith("refresh python:3.14-slim indexed");
        assertThat(of("python:3.14-slim", Optional.of(fresh), old, fresh))
                .noneMatch(each -> each.startsWith("refresh"));
    }

    @Test
    void imagesOfOnesOwnAreComparedByTheirTags() {
        IndexedImage old =
                IndexedImages.of("registry.example.org/base:1.2-slim", 1, "debian", "12");
        assertThat(
                        of(
                                "registry.example.org/base:1.2-slim",
                                Optional.of(old),
                                old,
                                IndexedImages.of(
                                        "registry.example.org/base:1.4-slim", 2, "debian", "12"),
                                IndexedImages.of(
                                        "registry.example.org/base:2.0-slim", 2, "debian", "12"),
                                IndexedImages.of(
                                        "registry.example.org/base:1.0-slim", 2, "debian", "12"),
                                IndexedImages.of("registry.example.org/else:3", 2, "debian", "12")))
                .containsExactly(
                        "minor registry.example.org/base:1.4-slim indexed",
                        "major registry.example.org/base:2.0-slim indexed");
    }

    @Test
    void distributionsMayReplaceOneAnotherAndFamiliesToo() {
        IndexedImage debian = IndexedImages.of("debian:12", 1, "debian", "12");
        IndexedImage alpine = IndexedImages.of("alpine:3.22", 1, "alpine", "3.22");
        assertThat(of("debian:12", Optional.of(debian), debian, alpine))
                .containsExactly("system alpine:3.22 indexed");
        IndexedImage ours = family(IndexedImages.of("ours/jdk:21", 1, "debian", "12"));
        IndexedImage theirs = family(IndexedImages.of("theirs/jdk:21", 1, "alpine", "3.22"));
        assertThat(of("ours/jdk:21", Optional.of(ours), ours, theirs))
                .containsExactly("other theirs/jdk:21 indexed");
    }

    private static IndexedImage family(IndexedImage image) {
        return new IndexedImage(
                image.names(),
                List.of("java"),
                image.imageId(),
                image.digests(),
                image.platform(),
                image.created(),
                image.size(),
                image.diffIds(),
                image.createdBy(),
                image.distribution(),
                image.packages(),
                image.indexed(),
                Optional.empty());
    }

    @Test
    void otherPlatformsAreNoChoice() {
        assertThat(of("python:3.9")).noneMatch(each -> each.contains("windows"));
        List<String> all = new ArrayList<>();
        Candidates.of(
                        new CurrentBase(
                                ImageName.parse("python:3.9-slim"),
                                Optional.empty(),
                                "linux/s390x"),
                        PYTHON,
                        List.of(IndexedImages.of("python:3.10-slim", 1, "debian", "13")))
                .forEach(each -> all.add(each.name().toString()));
        assertThat(all).isEmpty();
    }
}
