package io.plimsoll.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The judgement of an inventory.
///
/// @param findings those that count, sorted by package id, then id
/// @param suppressed those that do not count, sorted likewise
/// @param undetermined sorted likewise
/// @param assessed for each package id whether it was judged
/// @param data the segments consulted, sorted by name
/// @param support how long the distribution is supported
public record Assessment(
        List<Finding> findings,
        List<Suppressed> suppressed,
        List<UndeterminedFinding> undetermined,
        Map<String, Assessed> assessed,
        List<DataSource> data,
        Support support) {
    public Assessment {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        undetermined = List.copyOf(undetermined);
        assessed = Map.copyOf(assessed);
        data = List.copyOf(data);
    }

    /// The same judgement with other findings.
    public Assessment with(List<Finding> counting, List<Suppressed> suppressing) {
        return new Assessment(counting, suppressing, undetermined, assessed, data, support);
    }

    /// Whether a package was judged.
    public Assessed assessedOf(String packageId) {
        return assessed.getOrDefault(packageId, Assessed.YES);
    }

    /// How long a distribution release is supported.
    ///
    /// @param known whether the release stands in the table of ends
    /// @param until the last day; empty where none is set
    /// @param ended whether that lies in the past
    public record Support(boolean known, Optional<LocalDate> until, boolean ended) {
        public static final Support UNKNOWN = new Support(false, Optional.empty(), false);
    }
}
