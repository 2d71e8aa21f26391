package io.plimsoll.advisory;

import io.plimsoll.model.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the store's index says of one segment.
///
/// @param name the segment's name, such as `debian-12`, `npm`, `nvd`
/// @param kind what it holds
/// @param ecosystem the OSV ecosystem of an advisory segment, such as `Debian:12`; empty for others
/// @param digest SHA-256 of its file, which names the file
/// @param size bytes of its file
/// @param records advisories or vulnerabilities in it
/// @param packages package names in it; 0 for other kinds
/// @param modified the newest date among its records
/// @param sources who the facts come from, sorted
/// @param license SPDX expression for the whole segment
public record SegmentInfo(
        String name,
        Kind kind,
        String ecosystem,
        Digest digest,
        long size,
        int records,
        int packages,
        Optional<LocalDate> modified,
        List<String> sources,
        String license) {
    public SegmentInfo {
        sources = List.copyOf(sources);
    }

    /// The file's name in the store's folder.
    public String fileName() {
        return digest.hex() + ".seg";
    }

    /// What a segment holds; the word is its name in lower case.
    public enum Kind {
        /// Advisories by package.
        ADVISORIES,
        /// Scores, weaknesses and dates by vulnerability (NVD).
        VULNERABILITIES,
        /// Probability of exploitation by vulnerability (EPSS).
        EPSS,
        /// Known exploitation by vulnerability (CISA KEV).
        KEV,
        /// Release cycles by product (endoflife.date).
        EOL,
        /// Builds of official images by the image's name (docker-library/official-images).
        IMAGES
    }
}
