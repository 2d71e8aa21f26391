package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.ScanReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Compares what two routes to one image say, as far as no route may lose it.
final class SameAnswer {
    private SameAnswer() {}

    /// @throws AssertionError if packages, findings or what was assessed differ
    static void demand(ScanReport report, ScanReport expected) {
        assertThat(packages(report)).isEqualTo(packages(expected));
        assertThat(findings(report)).isEqualTo(findings(expected));
        assertThat(report.assessment().undetermined())
                .isEqualTo(expected.assessment().undetermined());
        assertThat(report.assessment().assessed()).isEqualTo(expected.assessment().assessed());
        assertThat(report.assessment().support()).isEqualTo(expected.assessment().support());
    }

    /// Each package with all that a route may lose on the way.
    private static List<String> packages(ScanReport report) {
        return report.inventory().packages().stream()
                .map(each ->
                        String.join(
                                " ",
                                each.id(),
                                dpkgLine(each.record()),
                                each.record().licenses().toString(),
                                each.dependsOn().toString(),
                                each.owner().orElse("")))
                .toList();
    }

    private static List<String> findings(ScanReport report) {
        Map<String, InstalledPackage> packages = report.packagesById();
        return report.assessment().findings().stream()
                .map(finding ->
                        line(finding, Objects.requireNonNull(packages.get(finding.packageId()))))
                .toList();
    }

    private static String line(Finding finding, InstalledPackage installed) {
        return String.join(
                " ",
                finding.id(),
                installed.purl(),
                finding.fix().toString(),
                finding.severity().word(),
                finding.how().kind().word(),
                finding.how().advisory());
    }

    /// Name, version and source as `dpkg-query` lists them.
    static String dpkgLine(PackageRecord record) {
        return String.join(
                " ",
                record.name(),
                record.version(),
                record.source().map(source -> source.name() + " " + source.version()).orElse(""));
    }
}
