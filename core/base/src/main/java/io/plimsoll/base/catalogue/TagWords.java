package io.plimsoll.base.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What the words of a tag say: `3.9-slim-bookworm` is version 3.9, variant `slim`, on Debian 12.
///
/// Source: the habits of docker-library/official-images, "Tags and aliases": a version, then variants, then the system,
/// with hyphens between them.
///
/// @param version as written; empty where there is none
/// @param variant words that are neither version nor system, sorted
/// @param system the distribution that the tag names; empty where it names none
/// @param day the day of the build, such as `20260803`; empty where there is none
public record TagWords(
        String version, List<String> variant, Optional<SystemRelease> system, String day) {
    private static final Set<String> SLIM =
            Set.of("slim", "minimal", "micro", "tiny", "jre", "distroless", "static", "chiselled");

    private static final Pattern DAY = Pattern.compile("20[0-9]{6}(?:\\.[0-9]+)?");
    private static final Pattern NUMBER = Pattern.compile("v?[0-9][0-9A-Za-z._]*");
    private static final Pattern BUILD = Pattern.compile("b[0-9]+");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");
    private static final Pattern DRAFT =
            Pattern.compile(
                    "[0-9](?:rc|alpha|beta|a|b|m|ea|dev)[0-9.]*$|^(?:rc|alpha|beta|ea|dev)[0-9]*$");

    public TagWords {
        variant = List.copyOf(variant);
    }

    public static TagWords parse(String tag) {
        String version = "";
        String day = "";
        TreeSet<String> variant = new TreeSet<>();
        Optional<SystemRelease> system = Optional.empty();
        for (String word : tag.split("-", -1)) {
            Optional<SystemRelease> named = SystemRelease.ofWord(word);
            boolean lacksRelease =
                    system.isPresent()
                            && system.get().release().isEmpty()
                            && PLAIN.matcher(word).matches();
            if (DAY.matcher(word).matches()) {
                day = word;
            } else if (lacksRelease) {
                system = Optional.of(new SystemRelease(system.orElseThrow().id(), word));
            } else if (named.isPresent()) {
                system = named;
            } else if (version.isEmpty() && NUMBER.matcher(word).matches()) {
                version = word;
            } else if (!word.equals("latest") && !isBuild(word, version)) {
                variant.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return new TagWords(version, new ArrayList<>(variant), system, day);
    }

    private static boolean isBuild(String word, String version) {
        return word.isEmpty() || (!version.isEmpty() && BUILD.matcher(word).matches());
    }

    /// Whether two tags name the same kind of image: the same variant, and the same distribution or none.
    public boolean isShapedAs(TagWords other) {
        return variant.equals(other.variant)
                && system.map(SystemRelease::id).equals(other.system.map(SystemRelease::id));
    }

    /// Whether it names a variant that is made to be small.
    public boolean isSlim() {
        return variant.stream().anyMatch(SLIM::contains);
    }

    /// Whether it names a version that is not finished: `1.27rc1`, `3.15-rc`.
    boolean isDraft() {
        return DRAFT.matcher(version.toLowerCase(Locale.ROOT)).find()
                || variant.stream().anyMatch(word -> DRAFT.matcher(word).find());
    }

    /// The numbers of the version, the first one first.
    List<Long> numbers() {
        return Versions.numbers(version);
    }
}
