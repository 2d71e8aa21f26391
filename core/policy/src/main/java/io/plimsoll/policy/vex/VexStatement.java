package io.plimsoll.policy.vex;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Suppressed.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One statement of a VEX document.
///
/// @param ids of the vulnerability
/// @param products that it is about
/// @param status what it says
/// @param justification a label of OpenVEX, or the format's own; empty where there is none
/// @param text what it says to people; empty where there is nothing
/// @param since when it was made
record VexStatement(
        List<String> ids,
        List<VexProduct> products,
        VexStatus status,
        String justification,
        String text,
        Instant since) {
    VexStatement {
        ids = List.copyOf(ids);
        products = List.copyOf(products);
    }

    boolean isAbout(Finding finding) {
        return ids.stream()
                .anyMatch(id ->
                        id.equalsIgnoreCase(finding.id())
                                || finding.aliases().stream().anyMatch(id::equalsIgnoreCase));
    }

    /// `not_affected (vulnerable_code_not_present)`.
    String words() {
        return status.word() + (justification.isEmpty() ? "" : " (" + justification + ")");
    }

    /// Why a finding does not count, in its words.
    String reason() {
        String head =
                status == VexStatus.FIXED ? "fixed" : justification.isEmpty() ? "" : justification;
        return head.isEmpty() || text.isEmpty() ? head + text : head + ": " + text;
    }

    Claim claim() {
        return status == VexStatus.FIXED
                ? new Claim(Claim.Kind.FIXED, "")
                : new Claim(Claim.Kind.NOT_AFFECTED, justification);
    }

    /// The instant of a text; the earliest of all where it is none, so that what has a date is newer.
    static Instant instant(String text) {
        return Optional.of(text)
                .filter(each -> !each.isEmpty())
                .flatMap(VexStatement::parsed)
                .orElse(Instant.MIN);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(java.time.OffsetDateTime.parse(text).toInstant());
        } catch (java.time.DateTimeException noInstant) {
            return Optional.empty();
        }
    }
}
