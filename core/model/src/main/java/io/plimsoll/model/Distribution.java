package io.plimsoll.model;

import java.util.List;

/// The distribution and release of an image.
///
/// Source: `os-release(5)` of systemd for the fields.
///
/// @param id `debian`, `alpine`, `almalinux` …, in lower case; empty where nothing names one
/// @param versionId `12`, `3.20.3`, `9.2` …; empty for rolling releases
/// @param prettyName what a person reads; empty where nothing gives it
/// @param codename `bookworm`; empty where there is none
/// @param idLike ids of related distributions, the closest first
/// @param evidence the file that said so; empty where nothing did
public record Distribution(
        String id,
        String versionId,
        String prettyName,
        String codename,
        List<String> idLike,
        String evidence) {
    /// No distribution: a scratch image, or one that hides its own.
    public static final Distribution UNKNOWN = new Distribution("", "", "", "", List.of(), "");

    public Distribution {
        idLike = List.copyOf(idLike);
    }

    public boolean isKnown() {
        return !id.isEmpty();
    }

    /// The part of the version before the first dot: `9` of `9.2`.
    public String majorVersion() {
        int dot = versionId.indexOf('.');
        return dot < 0 ? versionId : versionId.substring(0, dot);
    }
}
