package io.plimsoll.report;

import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.Badge;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Rebuild;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Recommendation.Answer;
import io.plimsoll.model.Recommendation.Change;
import io.plimsoll.model.Recommendation.Installable;
import io.plimsoll.model.Relation;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SeverityCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Advice on the base image of {@link BaseReports#known()}.
final class Advices {
    private static final Support SUPPORTED =
            new Support(true, Optional.of(LocalDate.of(2028, 6, 30)), false);
    private static final Installable YES =
            new Installable(Answer.YES, "the same release of the distribution");

    private Advices() {}

    static BaseAdvice rich() {
        return new BaseAdvice(
                BaseReports.known().target().base().orElseThrow(),
                image("debian:12.5-slim", counts(2, 18, 11), 97),
                List.of(
                        recommended(Relation.REFRESH, "debian:12.5-slim", counts(1, 18, 11), false),
                        recommended(Relation.MINOR, "debian:12.15-slim", counts(0, 3, 11), false),
                        unknown(),
                        recommended(Relation.SYSTEM, "alpine:3.22", counts(0, 0, 0), false),
                        recommended(Relation.OTHER, "debian:12", counts(3, 19, 11), true)),
                4,
                List.of("the list of official images is of 2026-08-17"));
    }

    /// Nothing is known that could be used instead, and what was compared is worse.
    static BaseAdvice best() {
        BaseAdvice rich = rich();
        return new BaseAdvice(rich.base(), rich.current(), List.of(), 3, List.of());
    }

    private static SeverityCounts counts(int critical, int high, int low) {
        return new SeverityCounts(
                Map.of(
                        Severity.CRITICAL,
                        critical,
                        Severity.HIGH,
                        high,
                        Severity.LOW,
                        low,
                        Severity.NEGLIGIBLE,
                        low / 2));
    }

    private static BaseFacts image(String name, SeverityCounts counts, int packages) {
        return new BaseFacts(
                name,
                Optional.of(Digest.parse("sha256:" + "0f".repeat(32))),
                List.of(
                        new Badge(
                                Badge.Kind.OFFICIAL,
                                "Docker Official Image",
                                "its name stands in docker-library/official-images")),
                "Debian GNU/Linux 12 (bookworm)",
                SUPPORTED,
                Optional.empty(),
                Optional.of(
                        new BaseFacts.Content(
                                counts,
                                packages,
                                1,
                                78_000_000,
                                Optional.of(Instant.parse("2024-05-01T00:00:00Z")))));
    }

    private static Recommendation recommended(
            Relation relation, String name, SeverityCounts counts, boolean worse) {
        return new Recommendation(
                relation,
                image(name, counts, 90),
                Optional.of(new Change(counts(2, 15, 0), counts(0, 0, 1))),
                worse,
                YES,
                List.of("without 17 of them (2 critical, 15 high)", "12 MB smaller"));
    }

    private static Recommendation unknown() {
        return new Recommendation(
                Relation.MAJOR,
                new BaseFacts(
                        "debian:13-slim",
                        Optional.empty(),
                        List.of(),
                        "debian 13",
                        Support.UNKNOWN,
                        Optional.of(
                                new BaseFacts.Software(
                                        "python 3.9",
                                        new Support(
                                                true,
                                                Optional.of(LocalDate.of(2025, 10, 31)),
                                                true))),
                        Optional.empty()),
                Optional.empty(),
                false,
                new Installable(Answer.UNKNOWN, "which packages are yours is not known"),
                List.of("not indexed: what is in it is not known"));
    }

    static List<Rebuild> rebuilds() {
        return List.of(
                new Rebuild(
                        BaseReports.known().target(),
                        List.of(
                                new Rebuild.Reason(
                                        Rebuild.Kind.NEWER_BASE, "debian:12.5-slim was built anew"),
                                new Rebuild.Reason(
                                        Rebuild.Kind.FIXED_PACKAGES,
                                        "1 package has a newer version")),
                        Optional.of("debian:12.5-slim@sha256:" + "0f".repeat(32)),
                        List.of(
                                new Rebuild.Update(
                                        "libssl3",
                                        "3.0.11-1",
                                        "3.0.17-1",
                                        Origin.BASE,
                                        "advisories")),
                        List.of("a note")),
                new Rebuild(
                        SampleReports.empty().target(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }
}
