package io.plimsoll.match;

import static io.plimsoll.match.StoreFixture.fixed;
import static io.plimsoll.match.StoreFixture.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.SourcePackage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RpmRulesTest {
    private static final String RED_HAT = "Red Hat:enterprise_linux:9";

    @TempDir Path folder;
    private StoreFixture fixture;

    @BeforeEach
    void begin() {
        fixture = new StoreFixture(folder);
    }

    @ParameterizedTest
    @CsvSource({
        // the build is older than the fix, whatever its stream
        "2.2.10-11.el9,affected",
        "2.2.10-12.el9,affected",
        // of the fix's own stream
        "2.2.10-12.el9_0.3,affected",
        "2.2.10-12.el9_0.4,clean",
        "2.2.10-12.el9_0.5,clean",
        // newer builds of other streams: nobody says that they hold the fix
        "2.2.10-14.el9,undetermined",
        "2.2.10-12.el9_2.1,undetermined"
    })
    void aFixOfOneMinorReleaseJudgesItsStreamAlone(String version, String expected)
            throws IOException {
        fixture.advisory("x_REDHAT-CVE-2013-0340", RED_HAT, "expat", fixed("2.2.10-12.el9_0.4"));
        fixture.install(rpm("expat", version, ""));
        assertThat(outcome(fixture.assess("rhel", "9.2"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2.5.0-5.el9,clean", "2.5.0-1.el9,affected"})
    void aFixOfTheMainLineJudgesAll(String version, String expected) throws IOException {
        fixture.advisory(
                "x_REDHAT-CVE-2013-0340",
                RED_HAT,
                "expat",
                fixed("2.2.10-12.el9_0.4")
                        + ", {\"introduced\": \"2.2.10-13\"}, {\"fixed\": \"2.5.0-2.el9\"}");
        fixture.install(rpm("expat", version, ""));
        assertThat(outcome(fixture.assess("rhel", "9.4"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "nodejs:18,nodejs:18,affected",
        "nodejs:18,nodejs:20,clean",
        "nodejs:18,'',clean",
        "'',nodejs:18,clean",
        "'','',affected"
    })
    void modulesAreJudgedByTheirOwnStream(String ofAdvisory, String ofPackage, String expected)
            throws IOException {
        fixture.advisory(
                "ALSA-2026:1",
                "AlmaLinux:9",
                "nodejs",
                fixed("1:18.20.0-1.el9"),
                "\"database_specific\": {\"module\": \"" + ofAdvisory + "\"}");
        fixture.install(
                PackageRecord.builder(PackageType.RPM, "nodejs", "1:18.1.0-1.el9")
                        .module(ofPackage)
                        .build());
        assertThat(outcome(fixture.assess("almalinux", "9.2"))).isEqualTo(expected);
    }

    @Test
    void comparedByItsSourceAPackageTakesTheEpochOfTheBound() throws IOException {
        fixture.advisory("x_REDHAT-CVE-2020-1", RED_HAT, "perl", fixed("4:5.32.1-482.el9"));
        fixture.install(
                PackageRecord.builder(PackageType.RPM, "perl-Errno", "1.30-481.el9")
                        .source(new SourcePackage("perl", "5.32.1-481.el9"))
                        .build());
        Assessment assessment = fixture.assess("rhel", "9.4");
        assertThat(lines(assessment))
                .containsExactly("perl-Errno x_REDHAT-CVE-2020-1 4:5.32.1-482.el9");
        assertThat(assessment.findings().getFirst().how().compared())
                .isEqualTo("4:5.32.1-481.el9 < 4:5.32.1-482.el9 (rpm)");
    }

    @Test
    void rockyIsJudgedByRedHatsDataWhereItHasNoneOfItsOwn() throws IOException {
        fixture.advisory("x_REDHAT-CVE-2020-1", RED_HAT, "expat", fixed("2.5.0-2.el9"));
        fixture.install(rpm("expat", "2.5.0-1.el9", ""));
        Assessment assessment = fixture.assess("rocky", "9.3");
        assertThat(assessment.findings().getFirst().how().segment())
                .isEqualTo("red-hat-enterprise_linux-9");
    }

    private static String outcome(Assessment assessment) {
        if (!assessment.findings().isEmpty()) {
            return "affected";
        }
        return assessment.undetermined().isEmpty() ? "clean" : "undetermined";
    }

    private static PackageRecord rpm(String name, String version, String module) {
        return PackageRecord.builder(PackageType.RPM, name, version).module(module).build();
    }
}
