package io.plimsoll.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One vulnerability in one package.
///
/// @param id the CVE where there is one, else the advisory's id
/// @param aliases all other ids of it, sorted
/// @param packageId the package's id in the report
/// @param severity the severity that counts
/// @param severitySource who gave it
/// @param facts what is known of the vulnerability itself
/// @param fix whether and where it is fixed
/// @param how the evidence
/// @param origin base image or own layers
/// @param layer diff id of the layer that brought the package
/// @param instruction what made the layer: the Dockerfile's instruction, else the history entry; empty
///     where unknown
/// @param urls pages about it, the publisher's first
public record Finding(
        String id,
        List<String> aliases,
        String packageId,
        Severity severity,
        String severitySource,
        Facts facts,
        Fix fix,
        How how,
        Origin origin,
        Optional<Digest> layer,
        String instruction,
        List<String> urls) {
    public Finding {
        aliases = List.copyOf(aliases);
        urls = List.copyOf(urls);
    }

    /// What is known of a vulnerability apart from the package.
    ///
    /// @param title one line; empty where the data holds facts only
    /// @param scores all vectors with their sources, sorted
    /// @param epss probability of exploitation within thirty days
    /// @param knownExploited the day since which exploitation is known (CISA KEV)
    /// @param cwes numbers of weaknesses, sorted
    /// @param published first publication
    /// @param modified last change
    public record Facts(
            String title,
            List<Score> scores,
            Optional<Epss> epss,
            Optional<LocalDate> knownExploited,
            List<Integer> cwes,
            Optional<LocalDate> published,
            Optional<LocalDate> modified) {
        public Facts {
            scores = List.copyOf(scores);
            cwes = List.copyOf(cwes);
        }
    }

    /// The same finding with another severity.
    public Finding rated(Severity newSeverity, String newSource) {
        return new Finding(
                id,
                aliases,
                packageId,
                newSeverity,
                newSource,
                facts,
                fix,
                how,
                origin,
                layer,
                instruction,
                urls);
    }

    /// The same finding with where its package came from.
    public Finding from(Origin newOrigin, Optional<Digest> newLayer, String newInstruction) {
        return new Finding(
                id,
                aliases,
                packageId,
                severity,
                severitySource,
                facts,
                fix,
                how,
                newOrigin,
                newLayer,
                newInstruction,
                urls);
    }
}
