package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// This machine's own root file system, against what dpkg says of it.
final class RootFileSystemTest {
    /// Words of `db:Status-Status`, dpkg-query(1), for packages whose files are there.
    private static final Set<String> THERE =
            Set.of(
                    "installed",
                    "unpacked",
                    "half-configured",
                    "triggers-awaited",
                    "triggers-pending");

    private static final String FORMAT =
            "${db:Status-Status}\\t${Package}\\t${Version}\\t${Architecture}\\t${source:Package}"
                    + "\\t${source:Version}\\n";

    private static ScanReport report;

    @BeforeAll
    static void scan() throws IOException, InterruptedException {
        report = Scans.of("dir:/");
    }

    @Test
    void thePackagesAreThoseThatDpkgLists() throws IOException, InterruptedException {
        List<String> listed =
                new Program(Path.of("/"))
                        .lines("dpkg-query", "-W", "-f", FORMAT).stream()
                                .filter(line -> THERE.contains(line.split("\t", -1)[0]))
                                .map(line -> line.substring(line.indexOf('\t') + 1))
                                .sorted()
                                .toList();
        List<String> found =
                report.inventory().packages().stream()
                        .map(InstalledPackage::record)
                        .filter(record -> record.type() == PackageType.DEB)
                        .map(RootFileSystemTest::line)
                        .sorted()
                        .toList();
        assertThat(listed).hasSizeGreaterThan(80);
        assertThat(found).isEqualTo(listed);
    }

    @Test
    void allOfThemWereJudged() {
        assertThat(report.inventory().packages())
                .filteredOn(each -> each.record().type() == PackageType.DEB)
                .allSatisfy(each ->
                        assertThat(report.assessment().assessed().get(each.id()))
                                .as(each.id())
                                .matches(assessed -> assessed != null && assessed.assessed()));
        assertThat(report.assessment().findings()).isNotEmpty();
    }

    private static String line(PackageRecord record) {
        return String.join(
                "\t",
                record.name(),
                record.version(),
                record.architecture(),
                record.source().map(source -> source.name() + "\t" + source.version()).orElse(""));
    }
}
