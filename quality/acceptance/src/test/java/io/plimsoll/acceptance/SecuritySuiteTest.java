package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.Affected;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.VersionRange.Event;
import io.plimsoll.model.VersionRange.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Debian without its security suite lacks what that suite fixed: the changelogs of the uploads
/// say what, and the scan must say it as well.
final class SecuritySuiteTest {
    @TempDir Path folder;

    /// An installed package, as dpkg lists it.
    private record Installed(String name, String version, String source, String sourceVersion) {
        static Installed parse(String line) {
            String[] fields = line.split("\t", -1);
            return new Installed(fields[0], fields[1], fields[2], fields[3]);
        }
    }

    @Test
    void whatTheSecuritySuiteFixedIsFound() throws Exception {
        DebianImage image = DebianImage.get();
        List<Installed> installed =
                image.installedBelow().stream()
                        .map(Installed::parse)
                        .filter(each -> !each.name().equals(DebianImage.REMOVED))
                        .toList();
        Set<String> found = found(Scans.of("docker-archive:" + image.dockerArchive()));
        Set<String> known = known();

        Set<String> expected = new TreeSet<>();
        for (String fix : fixesNamedInChangelogs(installed)) {
            if (known.contains(fix)) {
                String source = fix.substring(0, fix.indexOf(' '));
                installed.stream()
                        .filter(each -> each.source().equals(source))
                        .forEach(each ->
                                expected.add(each.name() + fix.substring(fix.indexOf(' '))));
            }
        }
        assertThat(expected).as("package, CVE, fixed version").hasSizeGreaterThan(5);
        assertThat(found).containsAll(expected);
    }

    /// `source CVE version` for each CVE that the changelog of a newer upload names.
    private List<String> fixesNamedInChangelogs(List<Installed> installed)
            throws IOException, InterruptedException {
        SecuritySuite suite = SecuritySuite.fetch(folder);
        Map<String, String> newest = suite.newest();
        Set<String> read = new TreeSet<>();
        List<String> fixes = new ArrayList<>();
        for (Installed each : installed) {
            String version = newest.getOrDefault(each.name(), "0");
            if (read.contains(each.source()) || !suite.isBelow(each.version(), version)) {
                continue;
            }
            List<SecuritySuite.Upload> uploads = suite.changelog(each.name(), version);
            for (SecuritySuite.Upload upload : uploads) {
                read.add(each.source());
                if (suite.isBelow(each.sourceVersion(), upload.version())) {
                    upload.cves()
                            .forEach(cve ->
                                    fixes.add(each.source() + " " + cve + " " + upload.version()));
                }
            }
        }
        return fixes;
    }

    /// `source CVE version` for each fix that the advisory data of Debian 12 has.
    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        try (AdvisoryStore store = AdvisoryStore.open(Repository.advisories())) {
            for (AdvisorySegment segment : store.advisoriesOf("Debian:12")) {
                segment.forEachPackage((source, all) -> {
                    for (Affected affected : all) {
                        List<String> cves = segment.advisory(affected.advisory()).vulnerabilities();
                        affected.ranges().stream()
                                .flatMap(range -> range.events().stream())
                                .filter(event -> event.kind() == Kind.FIXED)
                                .map(Event::version)
                                .forEach(fixed ->
                                        cves.forEach(cve ->
                                                known.add(source + " " + cve + " " + fixed)));
                    }
                });
            }
        }
        return known;
    }

    /// `package CVE version` for each fixed version of each finding.
    private static Set<String> found(ScanReport report) {
        Map<String, InstalledPackage> packages = report.packagesById();
        Set<String> found = new TreeSet<>();
        for (Finding finding : report.assessment().findings()) {
            String name = Objects.requireNonNull(packages.get(finding.packageId())).record().name();
            finding.fix()
                    .versions()
                    .forEach(version -> found.add(name + " " + finding.id() + " " + version));
        }
        return found;
    }
}
