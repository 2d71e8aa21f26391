package io.plimsoll.base.catalogue;

import io.plimsoll.model.Distribution;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A distribution and its release as tags name them.
///
/// @param id as os-release has it: `debian`, `alpine`; `windows` for all of that
/// @param release `12`, `3.22`; empty where the tag names none
public record SystemRelease(String id, String release) {
    /// Source: the release pages of Debian and Ubuntu.
    private static final Map<String, SystemRelease> CODENAMES =
            Map.ofEntries(
                    debian("jessie", "8"),
                    debian("stretch", "9"),
                    debian("buster", "10"),
                    debian("bullseye", "11"),
                    debian("bookworm", "12"),
                    debian("trixie", "13"),
                    debian("forky", "14"),
                    debian("sid", ""),
                    ubuntu("trusty", "14.04"),
                    ubuntu("xenial", "16.04"),
                    ubuntu("bionic", "18.04"),
                    ubuntu("focal", "20.04"),
                    ubuntu("jammy", "22.04"),
                    ubuntu("noble", "24.04"),
                    ubuntu("resolute", "26.04"));

    /// How words of tags begin that name a distribution, and its id.
    private static final Map<String, String> PREFIXES =
            Map.of(
                    "alpine", "alpine",
                    "ubi", "rhel",
                    "al", "amzn",
                    "oraclelinux", "ol",
                    "rockylinux", "rocky",
                    "almalinux", "almalinux",
                    "fedora", "fedora",
                    "windowsservercore", "windows",
                    "nanoserver", "windows",
                    "ltsc", "windows");

    /// The repositories that are distributions themselves, and the id of each.
    private static final Map<String, String> REPOSITORIES =
            Map.ofEntries(
                    Map.entry("debian", "debian"),
                    Map.entry("ubuntu", "ubuntu"),
                    Map.entry("alpine", "alpine"),
                    Map.entry("almalinux", "almalinux"),
                    Map.entry("rockylinux", "rocky"),
                    Map.entry("fedora", "fedora"),
                    Map.entry("centos", "centos"),
                    Map.entry("amazonlinux", "amzn"),
                    Map.entry("oraclelinux", "ol"),
                    Map.entry("photon", "photon"),
                    Map.entry("redhat/ubi8", "rhel"),
                    Map.entry("redhat/ubi9", "rhel"),
                    Map.entry("redhat/ubi10", "rhel"));

    /// What an os-release file says of itself.
    public static SystemRelease of(Distribution distribution) {
        return new SystemRelease(distribution.id(), distribution.versionId());
    }

    private static Map.Entry<String, SystemRelease> debian(String codename, String release) {
        return Map.entry(codename, new SystemRelease("debian", release));
    }

    private static Map.Entry<String, SystemRelease> ubuntu(String codename, String release) {
        return Map.entry(codename, new SystemRelease("ubuntu", release));
    }

    /// The distribution that a word of a tag names: `bookworm`, `alpine3.22`, `ubi9`, `al2023`.
    static Optional<SystemRelease> ofWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        SystemRelease known = CODENAMES.get(lower);
        if (known != null) {
            return Optional.of(known);
        }
        int digits = 0;
        while (digits < lower.length() && !Character.isDigit(lower.charAt(digits))) {
            digits++;
        }
        String id = PREFIXES.getOrDefault(lower.substring(0, digits), "");
        boolean bare = digits == lower.length() && !lower.equals("al") && !lower.equals("ubi");
        return id.isEmpty() || (digits == lower.length() && !bare)
                ? Optional.empty()
                : Optional.of(new SystemRelease(id, lower.substring(digits)));
    }

    /// The id of the distribution that a repository is; empty for other software.
    public static String idOf(String repository) {
        return REPOSITORIES.getOrDefault(repository, "");
    }

    /// The distribution of an image of one, such as `debian:bookworm-slim`.
    static Optional<SystemRelease> ofImage(String reference) {
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        ImageName name = ImageName.parse(reference);
        String id = idOf(name.repository());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        for (String word : name.tag().split("-", -1)) {
            Optional<SystemRelease> known = ofWord(word);
            if (known.isPresent()) {
                return known;
            }
        }
        String first = name.tag().split("-", -1)[0];
        boolean isNumber = !first.isEmpty() && Character.isDigit(first.charAt(0));
        return Optional.of(new SystemRelease(id, isNumber ? first : ""));
    }
}
