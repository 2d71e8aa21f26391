package io.plimsoll.report;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.SourceLine;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reports of images whose base image is known.
final class BaseReports {
    private static final SourceLine SOURCE = new SourceLine("app/Dockerfile", 7, "COPY . /app");

    private BaseReports() {}

    /// The rich report with a base image.
    static ScanReport known() {
        ScanReport rich = SampleReports.rich();
        List<LayerSummary> layers = new ArrayList<>();
        for (LayerSummary layer : rich.target().layers()) {
            boolean own = layer.origin() == Origin.OWN;
            layers.add(layer.from(layer.origin(), own ? Optional.of(SOURCE) : Optional.empty()));
        }
        BaseImage base =
                new BaseImage(
                        "debian:12.5-slim",
                        Optional.empty(),
                        "FROM on line 3 of app/Dockerfile",
                        Optional.of(new SourceLine("app/Dockerfile", 3, "FROM debian:12.5-slim")));
        return new ScanReport(
                rich.toolVersion(),
                rich.today(),
                true,
                rich.target().on(base, layers),
                rich.inventory(),
                rich.assessment());
    }

    /// The same without what comes with the base image.
    static ScanReport leftOut() {
        return without(known(), List.of(Origin.BASE));
    }

    /// The same with nothing left.
    static ScanReport allLeftOut() {
        return without(known(), List.of(Origin.values()));
    }

    private static ScanReport without(ScanReport report, List<Origin> origins) {
        Assessment all = report.assessment();
        List<Finding> counting =
                all.findings().stream().filter(each -> !origins.contains(each.origin())).toList();
        List<Suppressed> hidden =
                all.findings().stream()
                        .filter(each -> origins.contains(each.origin()))
                        .map(each ->
                                new Suppressed(
                                        each,
                                        "--exclude-base",
                                        "comes with the base image",
                                        Optional.empty()))
                        .toList();
        return report.with(all.with(counting, hidden));
    }
}
