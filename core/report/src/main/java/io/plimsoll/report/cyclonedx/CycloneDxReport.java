package io.plimsoll.report.cyclonedx;

import io.plimsoll.model.Digest;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.report.common.Property;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// An SBOM in CycloneDX, with the findings as vulnerabilities where the target was judged.
///
/// Its serial number follows from its content, and it has no time of its own, so that the same target
/// gives the same bytes. What CycloneDX has no member for stands in properties that begin with
/// `plimsoll:`; with them the SBOM is as good a target as what it was made of.
///
/// Source: CycloneDX 1.4, 1.5, 1.6 (ECMA-424), the schemas in <https://github.com/CycloneDX/specification>.
public final class CycloneDxReport {
    /// The oldest version that is written; it differs from the others.
    static final String OLDEST = "1.4";

    private CycloneDxReport() {}

    /// Writes JSON.
    ///
    /// @param version `1.4`, `1.5` or `1.6`
    public static void writeJson(ScanReport report, String version, OutputStream out) {
        write(report, version, to -> new JsonEncoder(to, version), out);
    }

    /// Writes XML.
    ///
    /// @param version `1.4`, `1.5` or `1.6`
    public static void writeXml(ScanReport report, String version, OutputStream out) {
        write(report, version, to -> new XmlEncoder(to, version), out);
    }

    private static void write(
            ScanReport report,
            String version,
            Function<OutputStream, Encoder> encoder,
            OutputStream out) {
        ByteArrayOutputStream unnumbered = new ByteArrayOutputStream();
        write(report, version, "", encoder.apply(unnumbered));
        UUID serial = UUID.nameUUIDFromBytes(unnumbered.toByteArray());
        write(report, version, "urn:uuid:" + serial, encoder.apply(out));
    }

    private static void write(ScanReport report, String version, String serial, Encoder encoder) {
        try (encoder) {
            encoder.bom(
                    serial,
                    () -> {
                        encoder.object("metadata", () -> metadata(report, encoder));
                        Components.write(report, encoder);
                        encoder.list(
                                "dependencies",
                                "dependency",
                                report.inventory().packages(),
                                each -> encoder.dependency(each.id(), each.dependsOn()));
                        new Vulnerabilities(version, encoder).write(report);
                    });
        }
    }

    private static void metadata(ScanReport report, Encoder encoder) {
        encoder.tool("plimsoll", report.toolVersion());
        encoder.object("component", () -> component(report.target(), encoder));
    }

    private static void component(TargetDescription target, Encoder encoder) {
        boolean image = !target.layers().isEmpty();
        encoder.attribute("type", image ? "container" : "file");
        encoder.attribute("bom-ref", "target");
        encoder.text("name", target.reference());
        target.imageId().ifPresent(id -> encoder.text("version", id.toString()));
        encoder.properties(properties(target));
    }

    private static List<Property> properties(TargetDescription target) {
        Property.Collector properties = new Property.Collector();
        properties.add("target:kind", target.kind());
        properties.add("target:platform", target.platform());
        target.tags().forEach(tag -> properties.add("target:tag", tag));
        target.digests().forEach(digest -> properties.add("target:digest", digest.toString()));
        target.layers()
                .forEach(layer ->
                        properties.add(
                                "target:layer", layer.diffId().map(Digest::toString).orElse("")));
        return properties.all();
    }
}
