package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found in the Debian packages of this machine, against a computation that shares nothing
/// with the program: `dpkg-query`, the OSV records as they are, `dpkg --compare-versions`.
final class IndependentMatchTest {
    private static final String SCRIPT = "independent_match.py";

    @TempDir Path folder;

    @Test
    void everyVulnerabilityOfEveryPackageIsFoundAndNoOther()
            throws IOException, InterruptedException {
        List<String> expected =
                Tool.run(
                        folder,
                        List.of(
                                "python3",
                                "-c",
                                script(),
                                SharedFolder.find()
                                        .resolve("vulndata/osv/Debian/all.zip")
                                        .toString()),
                        "",
                        "python3");
        ScanReport report = Scans.of("dir:/");

        List<String> found = found(report);
        assertThat(found).doesNotHaveDuplicates();
        assertThat(minus(expected, found)).as("missing").isEmpty();
        assertThat(minus(found, expected)).as("too many").isEmpty();
        assertThat(expected).as("pairs of a package and a vulnerability").hasSizeGreaterThan(100);
    }

    /// A line for each finding in a deb: package, architecture, version, id, fixed versions.
    private static List<String> found(ScanReport report) {
        Map<String, InstalledPackage> packages = report.packagesById();
        return report.assessment().findings().stream()
                .filter(finding -> finding.how().segment().startsWith("debian-"))
                .map(finding ->
                        line(finding, Objects.requireNonNull(packages.get(finding.packageId()))))
                .toList();
    }

    private static String line(Finding finding, InstalledPackage installed) {
        return String.join(
                "\t",
                installed.record().name(),
                installed.record().architecture(),
                installed.record().version(),
                finding.id(),
                String.join(",", finding.fix().versions()));
    }

    private static Set<String> minus(List<String> left, List<String> right) {
        Set<String> rest = new TreeSet<>(left);
        right.forEach(rest::remove);
        return rest;
    }

    private static String script() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(IndependentMatchTest.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
