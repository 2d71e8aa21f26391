package io.plimsoll.report.sarif;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.report.common.Uris;
import io.plimsoll.report.compare.States;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// A report as one SARIF run: a rule each vulnerability, a result each finding and place.
///
/// Source: SARIF 2.1.0 with Errata 01 (OASIS), `sarif-schema-2.1.0.json`; the properties
/// `security-severity`, `precision` and `tags` as GitHub's code scanning reads them.
public final class SarifReport {
    /// Names the root of the target's file system in locations.
    static final String ROOT = "TARGET";

    private SarifReport() {}

    public static void write(ScanReport report, OutputStream out) {
        write(report, Optional.empty(), out);
    }

    /// With how each result stands to an earlier report.
    public static void write(ScanReport report, Optional<States> states, OutputStream out) {
        write(report, Instructions.of(report.target()), states, out);
    }

    /// With the lines of a Dockerfile.
    ///
    /// @param instructions where it brings the packages; its lines become regions
    public static void write(
            ScanReport report,
            Instructions instructions,
            Optional<States> states,
            OutputStream out) {
        SarifRules rules = SarifRules.of(report);
        SarifResults results = new SarifResults(report, rules, instructions, states);
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text(
                        "$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                                + "sarif-schema-2.1.0.json");
                json.text("version", "2.1.0");
                json.array(
                        "runs",
                        List.of(report),
                        only -> json.object(() -> run(only, rules, results, json)));
            });
        }
    }

    private static void run(
            ScanReport report, SarifRules rules, SarifResults results, JsonWriter json) {
        json.object("tool", () -> json.object("driver", () -> driver(report, rules, json)));
        SarifInvocation.write(report, json);
        json.object(
                "automationDetails",
                () ->
                        json.text(
                                "id",
                                "plimsoll/" + Uris.relative(report.target().reference()) + "/"));
        json.object(
                "originalUriBaseIds",
                () ->
                        json.object(
                                ROOT,
                                () ->
                                        SarifText.message(
                                                "description",
                                                "The root of the file system of "
                                                        + report.target().reference(),
                                                json)));
        rules.writeTaxonomy(json);
        results.write(json);
        json.text("columnKind", "utf16CodeUnits");
        json.object("properties", () -> properties(report, json));
    }

    private static void driver(ScanReport report, SarifRules rules, JsonWriter json) {
        json.text("name", "Plimsoll");
        json.text("fullName", "Plimsoll container image scanner");
        json.text("version", report.toolVersion());
        rules.write(json);
        SarifInvocation.writeDescriptors(json);
    }

    private static void properties(ScanReport report, JsonWriter json) {
        TargetDescription target = report.target();
        json.text("imageName", target.reference());
        json.textIfAny("imageID", target.imageId().map(Digest::toString).orElse(""));
        json.texts("repoDigests", target.digests().stream().map(Digest::toString).toList());
        json.texts("repoTags", target.tags());
        json.textIfAny("platform", target.platform());
        json.textIfAny("os", report.inventory().distribution().prettyName());
        json.number("packages", report.inventory().packages().size());
    }
}
