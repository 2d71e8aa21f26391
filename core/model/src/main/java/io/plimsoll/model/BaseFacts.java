package io.plimsoll.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An image that others are built on, as far as it is known.
///
/// @param reference the name by which a Dockerfile takes it, such as `debian:12-slim`
/// @param digest of its manifest or index
/// @param badges what may be said of who made it
/// @param system its distribution as people know it; empty where unknown
/// @param support how long its distribution is supported
/// @param software what it is an image of; empty where nobody says how long that is supported
/// @param content what its index entry tells; empty for an image that is only known by name
public record BaseFacts(
        String reference,
        Optional<Digest> digest,
        List<Badge> badges,
        String system,
        Assessment.Support support,
        Optional<Software> software,
        Optional<Content> content) {
    public BaseFacts {
        Check.notEmpty(reference, "reference of a base image");
        badges = List.copyOf(badges);
    }

    /// The release of a software that it is an image of.
    ///
    /// @param name such as `python 3.9`
    public record Software(String name, Assessment.Support support) {}

    /// Whether its distribution or its software is no longer supported.
    public boolean isOver() {
        return support.ended() || software.filter(each -> each.support().ended()).isPresent();
    }

    /// What is in it.
    ///
    /// @param counts its vulnerabilities by the advisory data of this scan
    /// @param packages how many it has
    /// @param notAssessed how many of them could not be judged
    /// @param size bytes of its layers, uncompressed
    /// @param created when it was made; empty where it does not say
    public record Content(
            SeverityCounts counts,
            int packages,
            int notAssessed,
            long size,
            Optional<Instant> created) {}

    /// The vulnerabilities in it; empty where its content is not known.
    public Optional<SeverityCounts> counts() {
        return content.map(Content::counts);
    }
}
