package io.plimsoll.report.base;

import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.Badge;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Relation;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.SeverityCounts;
import io.plimsoll.report.Columns;
import io.plimsoll.report.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Advice on a base image for people.
final class BaseText {
    private BaseText() {}

    static List<String> lines(ScanReport report, BaseAdvice advice) {
        List<String> lines = new ArrayList<>(head(report, advice));
        for (Relation relation : Relation.values()) {
            List<Recommendation> some =
                    advice.recommendations().stream()
                            .filter(each -> each.relation() == relation)
                            .toList();
            if (!some.isEmpty()) {
                lines.add("");
                lines.add(relation.title());
                some.forEach(each -> lines.addAll(lines(each)));
            }
        }
        lines.add("");
        boolean better =
                advice.recommendations().stream()
                        .anyMatch(each -> each.image().content().isPresent());
        if (!better) {
            lines.add("Nothing better is known among the images of the index.");
        }
        if (advice.leftOut() > 0) {
            lines.add(
                    Words.count(advice.leftOut(), "image")
                            + (advice.leftOut() == 1 ? " is worse: " : " are worse: ")
                            + "--all shows what is");
        }
        advice.notes().forEach(note -> lines.add("Note: " + Printable.of(note)));
        report.oldestData()
                .ifPresent(day ->
                        lines.add("Advisories of " + day + ", " + Words.age(day, report.today())));
        return lines;
    }

    private static List<String> head(ScanReport report, BaseAdvice advice) {
        BaseFacts current = advice.current();
        List<String> lines = new ArrayList<>();
        lines.add(
                Printable.of(report.target().reference())
                        + " is built on "
                        + Printable.of(current.reference())
                        + badges(current));
        lines.add("  known by " + Printable.of(advice.base().how()));
        lines.add("  " + facts(current));
        Columns counts = new Columns();
        current.counts()
                .ifPresent(each -> counts.add("  base image", total(each), each.toString()));
        SeverityCounts own =
                SeverityCounts.of(
                        report.assessment().findings().stream()
                                .filter(each -> each.origin() == Origin.OWN)
                                .toList());
        if (report.inventory().knowsOrigins()) {
            counts.add("  your layers", total(own), own.toString());
        } else {
            List<Finding> all = report.assessment().findings();
            SeverityCounts whole = SeverityCounts.of(all);
            counts.add("  the whole image", total(whole), whole.toString());
        }
        lines.addAll(counts.lines());
        return lines;
    }

    private static String total(SeverityCounts counts) {
        return Words.count(counts.total(), "vulnerability", "vulnerabilities");
    }

    private static String badges(BaseFacts facts) {
        return facts.badges().stream()
                .map(Badge::label)
                .map(label -> " · " + Printable.of(label))
                .collect(Collectors.joining());
    }

    /// `Debian GNU/Linux 12 (bookworm), supported until 2028-06-30 · 97 packages · 78 MB · made 2024-05-01`.
    private static String facts(BaseFacts facts) {
        List<String> parts = new ArrayList<>();
        String support = support(facts.support());
        if (!facts.system().isEmpty()) {
            parts.add(Printable.of(facts.system()) + (support.isEmpty() ? "" : ", " + support));
        }
        facts.software()
                .filter(each -> each.support().ended())
                .ifPresent(each ->
                        parts.add(Printable.of(each.name()) + ", " + support(each.support())));
        facts.content()
                .ifPresent(content -> {
                    parts.add(Words.count(content.packages(), "package"));
                    if (content.notAssessed() > 0) {
                        parts.add(content.notAssessed() + " of them not assessed");
                    }
                    parts.add(Words.size(content.size()));
                    content.created()
                            .ifPresent(time ->
                                    parts.add(
                                            "made " + time.atOffset(ZoneOffset.UTC).toLocalDate()));
                });
        return parts.isEmpty() ? "what is in it is not known" : String.join(" · ", parts);
    }

    private static String support(Support support) {
        if (support.ended()) {
            return "no longer supported" + support.until().map(day -> " since " + day).orElse("");
        }
        return support.until().map(day -> "supported until " + day).orElse("");
    }

    private static List<String> lines(Recommendation recommendation) {
        BaseFacts image = recommendation.image();
        List<String> lines = new ArrayList<>();
        String counts = image.counts().map(each -> "  " + total(each) + ": " + each).orElse("");
        lines.add(
                "  "
                        + Printable.of(image.reference())
                        + (recommendation.worse() ? "  (worse)" : "")
                        + (image.content().isPresent() ? badges(image) : "")
                        + counts);
        if (image.content().isPresent()) {
            lines.add("      " + facts(image));
        }
        if (!recommendation.reasons().isEmpty()) {
            lines.add("      " + Printable.of(String.join(" · ", recommendation.reasons())));
        }
        if (image.content().isPresent()) {
            lines.add(
                    "      your packages: "
                            + recommendation.packages().answer().word()
                            + ", "
                            + Printable.of(recommendation.packages().why()));
        }
        return lines;
    }
}
