package io.plimsoll.report.dockerscan;

import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Relation;
import io.plimsoll.model.SeverityCounts;
import io.plimsoll.report.dockerscan.BaseImageTable.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What `docker scan` says of the base image: its table, and those of images that could be used instead.
///
/// Only images whose content is known, and that are not worse, stand in a table.
///
/// @param blocks for people, with an empty line between them
/// @param code `REMEDIATION_AVAILABLE` or `NO_REMEDIATION_AVAILABLE`
record BaseImageAdvice(List<Block> blocks, String code) {
    private static final Set<Relation> ALTERNATIVES =
            EnumSet.of(Relation.SLIMMER, Relation.SYSTEM, Relation.OTHER);

    /// Lines that belong together.
    ///
    /// @param title stands above the others; empty for none
    record Block(String title, List<String> lines) {}

    BaseImageAdvice {
        blocks = List.copyOf(blocks);
    }

    /// Empty where the base image is not known.
    static Optional<BaseImageAdvice> of(DockerScanned scanned) {
        return scanned.report().target().base().map(base -> of(base, scanned));
    }

    private static BaseImageAdvice of(BaseImage base, DockerScanned scanned) {
        List<Block> blocks = new ArrayList<>();
        current(base, scanned)
                .ifPresent(row -> blocks.add(new Block("", BaseImageTable.lines(List.of(row)))));
        List<Recommendation> known =
                scanned
                        .report()
                        .advice()
                        .map(BaseAdvice::recommendations)
                        .orElse(List.of())
                        .stream()
                        .filter(each -> each.image().content().isPresent() && !each.worse())
                        .toList();
        if (known.isEmpty()) {
            blocks.add(new Block("", List.of(nothing(base, scanned.report().advice()))));
            return new BaseImageAdvice(blocks, "NO_REMEDIATION_AVAILABLE");
        }
        blocks.add(new Block("", List.of("Recommendations for base image upgrade:")));
        add(
                "Your base image is out of date: pull it and build again",
                known,
                EnumSet.of(Relation.REFRESH),
                blocks);
        add("Minor upgrades", known, EnumSet.of(Relation.MINOR), blocks);
        add("Major upgrades", known, EnumSet.of(Relation.MAJOR), blocks);
        add("Alternative image types", known, ALTERNATIVES, blocks);
        return new BaseImageAdvice(blocks, "REMEDIATION_AVAILABLE");
    }

    /// The image in use, counted over everything that it brought; else as it is in the index.
    private static Optional<Row> current(BaseImage base, DockerScanned scanned) {
        List<Finding> brought =
                scanned.report().assessment().findings().stream()
                        .filter(finding -> finding.origin() == Origin.BASE)
                        .toList();
        Optional<SeverityCounts> counts =
                scanned.report().inventory().knowsOrigins()
                        ? Optional.of(SeverityCounts.of(brought))
                        : scanned.report().advice().flatMap(each -> each.current().counts());
        return counts.map(each -> new Row(base.reference(), each));
    }

    private static String nothing(BaseImage base, Optional<BaseAdvice> advice) {
        boolean compared = advice.filter(each -> each.leftOut() > 0).isPresent();
        return compared
                ? "According to our scan, you are currently using the most secure version of the"
                        + " selected base image"
                : "Recommendations for your base image ("
                        + Printable.of(base.reference())
                        + ") are not available.";
    }

    private static void add(
            String title, List<Recommendation> known, Set<Relation> which, List<Block> blocks) {
        List<Row> rows =
                known.stream()
                        .filter(each -> which.contains(each.relation()))
                        .map(each ->
                                new Row(
                                        each.image().reference(),
                                        each.image().counts().orElseThrow()))
                        .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block(title, BaseImageTable.lines(rows)));
        }
    }
}
