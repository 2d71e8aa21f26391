package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Assessed;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.Finding;
import io.plimsoll.model.How;
import io.plimsoll.model.ScanReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/// Whole scans of real images, held against what other scanners say of them.
final class RealImagesTest {
    @ParameterizedTest
    @FieldSource("io.plimsoll.truth.RealImages#PACKAGED")
    void aPackageListIsThatOfThePeers(String image) throws Exception {
        ScanReport report = RealImages.report(image);
        boolean alpine = image.startsWith("alpine");
        List<String> ours =
                report.inventory().packages().stream()
                        .map(each -> each.record().name() + " " + each.record().version())
                        .toList();
        assertThat(ours)
                .containsExactlyInAnyOrderElementsOf(peers(image, "syft", alpine ? "apk" : "rpm"))
                .containsExactlyInAnyOrderElementsOf(
                        peers(image, "trivy", alpine ? "alpine" : "alma"))
                .isNotEmpty();
        assertThat(report.complete()).isTrue();
        assertThat(report.inventory().problems()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("io.plimsoll.truth.RealImages#PACKAGED")
    void findingsDifferFromThePeersOnlyWhereThatIsJudged(String image) throws Exception {
        Map<String, String> ours = RealImages.findings(image);
        Map<String, String> grype = PeerFindings.of(image, "grype");
        Map<String, String> trivy = PeerFindings.of(image, "trivy");
        Set<String> all = new TreeSet<>(ours.keySet());
        all.addAll(grype.keySet());
        all.addAll(trivy.keySet());
        List<String> different = new ArrayList<>();
        for (String each : all) {
            String found = ours.getOrDefault(each, "-");
            boolean agreed =
                    found.equals(grype.getOrDefault(each, "-"))
                            && found.equals(trivy.getOrDefault(each, "-"));
            if (!agreed) {
                different.add(each + "\t" + found);
            }
        }
        assertThat(all).isNotEmpty();
        assertThat(different).containsExactlyInAnyOrderElementsOf(PeerFindings.judged(image));
    }

    @ParameterizedTest
    @FieldSource("io.plimsoll.truth.RealImages#PACKAGED")
    void everyPackageIsAssessed(String image) throws Exception {
        ScanReport report = RealImages.report(image);
        assertThat(report.assessment().undetermined()).isEmpty();
        assertThat(report.assessment().assessed().values())
                .hasSameSizeAs(report.inventory().packages())
                .allMatch(Assessed::assessed);
        assertThat(report.inventory().unownedExecutables()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "almalinux-8.9-micro-s390x, 2029-05-31, false",
        "almalinux-9.2-micro-aarch64, 2032-05-31, false",
        "alpine-minirootfs-3.10.9-x86_64, 2021-05-01, true",
        "alpine-minirootfs-3.17.10-x86_64, 2024-11-22, true",
        "alpine-minirootfs-3.20.3-aarch64, 2026-04-01, true"
    })
    void theEndOfSupportIsSaid(String image, LocalDate until, boolean ended) throws Exception {
        ScanReport report = RealImages.report(image);
        assertThat(report.assessment().support())
                .isEqualTo(new Support(true, Optional.of(until), ended));
        String notice = "out of support since " + until;
        assertThat(text(report).contains(notice)).as(text(report)).isEqualTo(ended);
    }

    @Test
    void anErratumForOtherPackagesOfASourceCountsForAllOfThem() throws Exception {
        List<How> evidence =
                RealImages.report("almalinux-8.9-micro-s390x").assessment().findings().stream()
                        .filter(finding -> finding.packageId().contains("/glibc@"))
                        .map(Finding::how)
                        .filter(how -> how.advisory().equals("ALSA-2026:4772"))
                        .toList();
        assertThat(evidence).isNotEmpty().allMatch(how -> how.kind() == How.Kind.SOURCE_PACKAGE);
    }

    @Test
    void anImageWithoutADistributionSaysWhatItCouldNotIdentify() throws Exception {
        ScanReport report = RealImages.report(RealImages.BUSYBOX);
        assertThat(report.inventory().distribution().isKnown()).isFalse();
        assertThat(report.inventory().packages()).isEmpty();
        assertThat(report.assessment().findings()).isEmpty();
        int unowned = report.inventory().unownedExecutables().size();
        assertThat(report.inventory().unownedExecutables())
                .as("every name of the one file that busybox is")
                .contains("/bin/[", "/bin/busybox", "/bin/wget", "/lib/libc.so.6");
        assertThat(text(report)).contains(unowned + " executables that no package owns");
    }

    private static List<String> peers(String image, String tool, String type) throws IOException {
        return PeerPackages.of(image, tool, type).stream()
                .filter(each -> !each.startsWith("gpg-pubkey "))
                .toList();
    }

    private static String text(ScanReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        io.plimsoll.report.ReportFormats.of("text")
                .orElseThrow()
                .write(report, io.plimsoll.report.View.EVERYTHING, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
