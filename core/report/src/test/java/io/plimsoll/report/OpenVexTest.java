package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Finding;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.Suppressed.Claim;
import io.plimsoll.model.TargetDescription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds `--format openvex` against the specification: "The VEX Document", "The VEX Statement".
final class OpenVexTest {
    private static final Set<String> MEMBERS =
            Set.of(
                    "vulnerability",
                    "products",
                    "status",
                    "justification",
                    "impact_statement",
                    "action_statement",
                    "status_notes");

    static Stream<ScanReport> reports() {
        return Stream.of(
                SampleReports.rich(),
                SampleReports.empty(),
                OddReports.suppressed(),
                OddReports.hostile(),
                claimed(new Claim(Claim.Kind.NOT_AFFECTED, "")));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatTheSpecificationAsksForIsThere(ScanReport report) throws Exception {
        JsonObject document = written(report);
        assertThat(document.text("@context")).isEqualTo("https://openvex.dev/ns/v0.2.0");
        assertThat(document.text("@id")).matches("urn:sha256:[0-9a-f]{64}");
        assertThat(document.text("author")).isNotEmpty();
        assertThat(document.text("timestamp")).isEqualTo(report.today() + "T00:00:00Z");
        assertThat(document.text("version")).isEqualTo("1");
        for (JsonObject each : document.objects("statements")) {
            assertThat(MEMBERS).containsAll(each.members().keySet());
            assertThat(each.object("vulnerability").text("name")).isNotEmpty();
            assertThat(each.objects("products"))
                    .isNotEmpty()
                    .allSatisfy(product -> assertThat(product.text("@id")).isNotEmpty());
            boolean explained =
                    switch (each.text("status")) {
                        case "affected" -> each.has("action_statement");
                        case "not_affected" ->
                                each.has("justification") || each.has("impact_statement");
                        case "fixed", "under_investigation" -> true;
                        default -> false;
                    };
            assertThat(explained).as(each.toString()).isTrue();
        }
    }

    @Test
    void aRiskThatIsAcceptedIsNotClaimedToBeNone() throws Exception {
        JsonObject one = statement(claimed(Claim.NONE));
        assertThat(one.text("status")).isEqualTo("affected");
        assertThat(one.text("action_statement")).isEqualTo("Left out by plimsoll.yaml:3: because");
    }

    @Test
    void aClaimIsRepeatedWithItsJustification() throws Exception {
        JsonObject one =
                statement(claimed(new Claim(Claim.Kind.NOT_AFFECTED, "code_not_reachable")));
        assertThat(one.text("status")).isEqualTo("not_affected");
        assertThat(one.text("justification")).isEqualTo("vulnerable_code_not_in_execute_path");
        assertThat(one.text("impact_statement")).isEqualTo("Left out by plimsoll.yaml:3: because");
        assertThat(
                        statement(claimed(new Claim(Claim.Kind.NOT_AFFECTED, "odd")))
                                .text("justification"))
                .isEmpty();
        assertThat(statement(claimed(new Claim(Claim.Kind.FIXED, ""))).text("status"))
                .isEqualTo("fixed");
    }

    @Test
    void theImageIsTheProductAndPackagesItsComponents() throws Exception {
        JsonObject product = statement(claimed(Claim.NONE)).objects("products").getFirst();
        assertThat(product.text("@id")).startsWith("pkg:oci/").contains("@sha256:");
        assertThat(product.objects("subcomponents")).hasSize(1);
    }

    @Test
    void withoutAnImagePackagesAreTheProducts() throws Exception {
        ScanReport rich = claimed(Claim.NONE);
        ScanReport listed =
                new ScanReport(
                        rich.toolVersion(),
                        rich.today(),
                        true,
                        TargetDescription.of("sbom", "a.json"),
                        rich.inventory(),
                        rich.assessment());
        JsonObject product = statement(listed).objects("products").getFirst();
        assertThat(product.text("@id")).startsWith("pkg:").doesNotStartWith("pkg:oci/");
        assertThat(product.has("subcomponents")).isFalse();
    }

    /// The first finding alone, suppressed.
    private static ScanReport claimed(Claim claim) {
        ScanReport rich = SampleReports.rich();
        Finding finding = rich.assessment().findings().getFirst();
        return rich.with(
                rich.assessment()
                        .with(
                                List.of(),
                                List.of(
                                        new Suppressed(
                                                finding,
                                                "plimsoll.yaml:3",
                                                "because",
                                                Optional.empty(),
                                                claim))));
    }

    /// The statement on the suppressed finding.
    private static JsonObject statement(ScanReport report) throws Exception {
        String id = report.assessment().suppressed().getFirst().finding().id();
        return written(report).objects("statements").stream()
                .filter(each -> each.object("vulnerability").text("name").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject written(ScanReport report) throws IOException, JsonFormatException {
        String text = Rendered.of("openvex", report);
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).asObject();
    }
}
