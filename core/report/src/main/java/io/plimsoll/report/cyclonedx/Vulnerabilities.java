package io.plimsoll.report.cyclonedx;

import io.plimsoll.model.Finding;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import io.plimsoll.model.Suppressed;
import io.plimsoll.report.common.Uris;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The member `vulnerabilities`: one entry a vulnerability with all packages that have it, and one
/// more for those of them in which it is suppressed for the same reason.
final class Vulnerabilities {
    private final boolean knowsCvss4;
    private final Encoder encoder;

    Vulnerabilities(String version, Encoder encoder) {
        this.knowsCvss4 = !version.equals(CycloneDxReport.OLDEST);
        this.encoder = encoder;
    }

    private record Entry(List<Finding> findings, Optional<Suppressed> by) {}

    void write(ScanReport report) {
        Map<String, Entry> entries = new TreeMap<>();
        for (Finding finding : report.assessment().findings()) {
            add(finding.id() + "\0", finding, Optional.empty(), entries);
        }
        for (Suppressed each : report.assessment().suppressed()) {
            String key = each.finding().id() + "\0\1" + detail(each);
            add(key, each.finding(), Optional.of(each), entries);
        }
        if (!entries.isEmpty()) {
            encoder.list("vulnerabilities", "vulnerability", entries.values(), this::write);
        }
    }

    private static void add(
            String key, Finding finding, Optional<Suppressed> by, Map<String, Entry> entries) {
        entries.computeIfAbsent(key, any -> new Entry(new ArrayList<>(), by))
                .findings()
                .add(finding);
    }

    private void write(Entry entry) {
        Finding first = entry.findings().getFirst();
        encoder.text("id", first.id());
        source(first.how().segment());
        if (!first.aliases().isEmpty()) {
            encoder.list(
                    "references",
                    "reference",
                    first.aliases(),
                    alias -> {
                        encoder.text("id", alias);
                        source(first.how().segment());
                    });
        }
        encoder.list("ratings", "rating", ratings(first), Runnable::run);
        if (!first.facts().cwes().isEmpty()) {
            encoder.numbers("cwes", "cwe", first.facts().cwes());
        }
        encoder.textIfAny("description", first.facts().title());
        List<String> urls = first.urls().stream().filter(Uris::isWeb).toList();
        if (!urls.isEmpty()) {
            encoder.list("advisories", "advisory", urls, url -> encoder.text("url", url));
        }
        first.facts().published().ifPresent(day -> encoder.text("published", midnight(day)));
        first.facts().modified().ifPresent(day -> encoder.text("updated", midnight(day)));
        entry.by().ifPresent(by -> encoder.object("analysis", () -> analysis(by)));
        encoder.list(
                "affects",
                "target",
                entry.findings(),
                finding -> encoder.target(finding.packageId()));
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private void source(String name) {
        encoder.object("source", () -> encoder.text("name", name));
    }

    /// Somebody who speaks VEX says that the package is not affected; who leaves a finding out in a
    /// list of their own only says that they will do nothing about it.
    private void analysis(Suppressed by) {
        if (by.by().toLowerCase(Locale.ROOT).contains("vex")) {
            encoder.text("state", "not_affected");
        } else {
            encoder.responses(List.of("will_not_fix"));
        }
        encoder.text("detail", detail(by));
    }

    private static String detail(Suppressed by) {
        String reason = by.reason().isEmpty() ? "" : ": " + by.reason();
        return by.by() + reason + by.expires().map(day -> ", until " + day).orElse("");
    }

    private List<Runnable> ratings(Finding finding) {
        List<Runnable> ratings = new ArrayList<>();
        ratings.add(() -> {
            source(
                    finding.severitySource().isEmpty()
                            ? finding.how().segment()
                            : finding.severitySource());
            encoder.text("severity", severity(finding.severity()));
        });
        for (Score score : finding.facts().scores()) {
            ratings.add(() -> {
                source(score.source());
                encoder.number("score", score.value());
                encoder.text("method", method(score));
                encoder.text("vector", score.vector());
            });
        }
        return ratings;
    }

    private static String severity(Severity severity) {
        return severity == Severity.NEGLIGIBLE ? "info" : severity.word();
    }

    private String method(Score score) {
        return switch (score.version()) {
            case "4.0" -> knowsCvss4 ? "CVSSv4" : "other";
            case "3.1" -> "CVSSv31";
            case "3.0" -> "CVSSv3";
            default -> "CVSSv2";
        };
    }
}
