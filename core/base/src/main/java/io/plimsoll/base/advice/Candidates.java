package io.plimsoll.base.advice;

import io.plimsoll.advisory.OfficialImage;
import io.plimsoll.base.catalogue.ImageBuild;
import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.SystemRelease;
import io.plimsoll.base.catalogue.TagWords;
import io.plimsoll.base.catalogue.VersionStep;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.model.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what could be used instead of a base image: builds of the same image that Docker's list or the index knows,
/// images of the same family, and, in place of a distribution, indexed images of other distributions.
public final class Candidates {
    private final CurrentBase current;
    private final TagWords words;
    private final Map<ImageBuild, Optional<IndexedImage>> builds = new LinkedHashMap<>();
    private final List<Long> numbers;
    private final Optional<SystemRelease> system;
    private final Optional<ImageBuild> own;

    private Candidates(
            CurrentBase current, List<OfficialImage> official, List<IndexedImage> indexed) {
        this.current = current;
        this.words = TagWords.parse(current.name().tag());
        collect(official, newest(indexed));
        this.own =
                builds.keySet().stream()
                        .filter(build -> build.repository().equals(current.name().repository()))
                        .filter(build -> build.tags().contains(current.name().tag()))
                        .findFirst();
        ImageBuild byTag =
                ImageBuild.of(current.name().repository(), List.of(current.name().tag()));
        this.numbers = own.orElse(byTag).numbers();
        this.system =
                own.orElse(byTag)
                        .system()
                        .or(() -> current.indexed().map(Candidates::of))
                        .or(this::usual);
    }

    /// The distribution of builds whose tags say as much as the one in use: tags leave out what is usual.
    private Optional<SystemRelease> usual() {
        return builds.keySet().stream()
                .filter(build ->
                        build.tags().stream()
                                .anyMatch(tag -> TagWords.parse(tag).isShapedAs(words)))
                .flatMap(build -> build.system().stream())
                .map(each -> new SystemRelease(each.id(), ""))
                .findFirst();
    }

    /// All candidates, in the order of relations and names.
    ///
    /// @param official the builds that Docker's list has under the name of the image in use
    /// @param indexed all images of the index
    public static List<Candidate> of(
            CurrentBase current, List<OfficialImage> official, List<IndexedImage> indexed) {
        return new Candidates(current, official, indexed).all();
    }

    /// The numbers of the version that a name means: of the build that Docker's list has under its tag, else of the tag.
    ///
    /// @param official the builds that the list has under the image's name
    public static List<Long> numbers(ImageName name, List<OfficialImage> official) {
        return official.stream()
                .filter(each -> each.isTagged(name.tag()))
                .map(each -> ImageBuild.of(name.repository(), each))
                .findFirst()
                .orElseGet(() -> ImageBuild.of(name.repository(), List.of(name.tag())))
                .numbers();
    }

    private static SystemRelease of(IndexedImage image) {
        return SystemRelease.of(image.distribution());
    }

    /// Of the images under one name and platform the newest: older ones are what a tag meant before.
    private Map<String, IndexedImage> newest(List<IndexedImage> indexed) {
        Map<String, IndexedImage> newest = new LinkedHashMap<>();
        for (IndexedImage image : indexed) {
            if (!current.platform().isEmpty() && !image.platform().equals(current.platform())) {
                continue;
            }
            for (String name : image.names()) {
                newest.merge(name, image, Candidates::newer);
            }
        }
        return newest;
    }

    private static IndexedImage newer(IndexedImage left, IndexedImage right) {
        boolean isLeft =
                left.created().isPresent()
                        && (right.created().isEmpty()
                                || left.created().get().isAfter(right.created().get()));
        return isLeft ? left : right;
    }

    private void collect(List<OfficialImage> official, Map<String, IndexedImage> newest) {
        String repository = current.name().repository();
        Map<String, IndexedImage> left = new LinkedHashMap<>(newest);
        for (OfficialImage each : official) {
            ImageBuild build = ImageBuild.of(repository, each);
            if (!build.isFor(current.platform())) {
                continue;
            }
            Optional<IndexedImage> known = Optional.empty();
            for (String tag : build.tags()) {
                IndexedImage image = left.remove(repository + ":" + tag);
                known = known.isPresent() ? known : Optional.ofNullable(image);
            }
            builds.put(build, known);
        }
        Map<String, List<String>> tags = new LinkedHashMap<>();
        Map<String, IndexedImage> images = new HashMap<>();
        left.forEach((text, image) -> {
            ImageName name = ImageName.parse(text);
            String key = name.repository() + " " + image.chain();
            if (isRelated(name, image)) {
                tags.computeIfAbsent(key, any -> new ArrayList<>()).add(name.tag());
                images.put(key, image);
            }
        });
        tags.forEach((key, names) ->
                builds.put(
                        ImageBuild.of(key.substring(0, key.indexOf(' ')), names),
                        Optional.ofNullable(images.get(key))));
    }

    /// Whether an image may take the place of the one in use.
    private boolean isRelated(ImageName name, IndexedImage image) {
        if (name.repository().equals(current.name().repository())) {
            return true;
        }
        boolean distributions =
                !SystemRelease.idOf(name.repository()).isEmpty()
                        && !SystemRelease.idOf(current.name().repository()).isEmpty();
        return distributions
                || current.indexed()
                        .filter(own -> own.families().stream().anyMatch(image.families()::contains))
                        .isPresent();
    }

    private List<Candidate> all() {
        List<Candidate> all = new ArrayList<>();
        builds.forEach((build, indexed) -> {
            Set<String> known = indexed.map(each -> tagsOf(each, build)).orElse(Set.of());
            ImageName name =
                    new ImageName(
                            build.repository(), build.tagLike(words, known), Optional.empty());
            Optional<Relation> relation =
                    build.equals(own.orElse(null)) ? refresh(indexed) : relation(name, build);
            relation.ifPresent(each -> {
                ImageName shown = each == Relation.REFRESH ? current.name() : name;
                all.add(
                        new Candidate(
                                new ImageName(shown.repository(), shown.tag(), Optional.empty()),
                                each,
                                build.numbers(),
                                build.system().or(() -> indexed.map(Candidates::of)),
                                indexed));
            });
        });
        all.sort(Candidates::inOrder);
        return all;
    }

    private static int inOrder(Candidate left, Candidate right) {
        int order = left.relation().compareTo(right.relation());
        return order != 0 ? order : left.name().toString().compareTo(right.name().toString());
    }

    private static Set<String> tagsOf(IndexedImage image, ImageBuild build) {
        String prefix = build.repository() + ":";
        return image.names().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(java.util.stream.Collectors.toSet());
    }

    /// What is indexed under the tag is newer than what is in use.
    private Optional<Relation> refresh(Optional<IndexedImage> indexed) {
        if (indexed.isEmpty() || current.indexed().isEmpty()) {
            return Optional.empty();
        }
        IndexedImage used = current.indexed().get();
        boolean same = used.chain().equals(indexed.get().chain());
        return !same && newer(used, indexed.get()).equals(indexed.get())
                ? Optional.of(Relation.REFRESH)
                : Optional.empty();
    }

    private Optional<Relation> relation(ImageName name, ImageBuild build) {
        if (!build.isSettled() && own.filter(each -> !each.isSettled()).isEmpty()) {
            return Optional.empty();
        }
        if (!name.repository().equals(current.name().repository())) {
            boolean distribution = !SystemRelease.idOf(name.repository()).isEmpty();
            return Optional.of(distribution ? Relation.SYSTEM : Relation.OTHER);
        }
        VersionStep step = VersionStep.between(numbers, build.numbers());
        return switch (step) {
            case OLDER -> Optional.empty();
            case SAME, MINOR, MAJOR, UNKNOWN -> Optional.of(relation(name, build, step));
        };
    }

    private Relation relation(ImageName name, ImageBuild build, VersionStep step) {
        TagWords other = TagWords.parse(name.tag());
        boolean otherSystem =
                system.isPresent()
                        && build.system().isPresent()
                        && !system.get().id().equals(build.system().get().id());
        if (other.isShapedAs(words) && !otherSystem) {
            return switch (step) {
                case MINOR -> Relation.MINOR;
                case MAJOR -> Relation.MAJOR;
                case SAME, UNKNOWN, OLDER -> Relation.SYSTEM;
            };
        }
        if (otherSystem) {
            return Relation.SYSTEM;
        }
        if (other.isSlim() && !words.isSlim()) {
            return Relation.SLIMMER;
        }
        return other.variant().equals(words.variant()) ? Relation.SYSTEM : Relation.OTHER;
    }
}
