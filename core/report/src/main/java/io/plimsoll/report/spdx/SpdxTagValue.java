package io.plimsoll.report.spdx;

import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// SPDX 2.3 as lines of tags and values.
///
/// No value has a line break, and `</text>` ends none before its time.
///
/// Source: SPDX specification 2.3.
public final class SpdxTagValue {
    private final StringBuilder lines = new StringBuilder();

    private SpdxTagValue() {}

    /// Writes the document.
    ///
    /// @throws IOException if the bytes could not be written
    public static void write(ScanReport report, OutputStream out) throws IOException {
        SpdxTagValue text = new SpdxTagValue();
        text.document(SpdxDocument.of(report));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.append(text.lines).flush();
    }

    private void document(SpdxDocument document) {
        tag("SPDXVersion", "SPDX-2.3");
        tag("DataLicense", "CC0-1.0");
        tag("SPDXID", "SPDXRef-DOCUMENT");
        tag("DocumentName", document.name());
        tag("DocumentNamespace", document.namespace());
        tag("Creator", "Tool: " + document.tool());
        tag("Created", document.created());
        document.parts().forEach(this::part);
        lines.append('\n');
        tag("Relationship", "SPDXRef-DOCUMENT DESCRIBES " + SpdxDocument.TARGET);
        for (SpdxDocument.Link link : document.links()) {
            tag("Relationship", link.from() + " " + link.type() + " " + link.to());
        }
        for (Map.Entry<String, String> license : document.texts().entrySet()) {
            lines.append('\n');
            tag("LicenseID", license.getKey());
            text("ExtractedText", license.getValue());
            tag("LicenseName", license.getKey());
        }
    }

    private void part(SpdxDocument.Part part) {
        lines.append('\n');
        tag("PackageName", part.name());
        tag("SPDXID", part.id());
        if (!part.version().isEmpty()) {
            tag("PackageVersion", part.version());
        }
        tag("PrimaryPackagePurpose", part.purpose());
        tag("PackageDownloadLocation", Licenses.NONE_STATED);
        tag("FilesAnalyzed", "false");
        if (!part.sourceInfo().isEmpty()) {
            text("PackageSourceInfo", part.sourceInfo());
        }
        tag("PackageLicenseConcluded", Licenses.NONE_STATED);
        tag("PackageLicenseDeclared", part.license());
        tag("PackageCopyrightText", Licenses.NONE_STATED);
        if (!part.comment().isEmpty()) {
            text("PackageComment", part.comment());
        }
        if (!part.purl().isEmpty()) {
            tag("ExternalRef", "PACKAGE-MANAGER purl " + part.purl());
        }
        for (SpdxDocument.Advisory advisory : part.advisories()) {
            tag("ExternalRef", "SECURITY advisory " + advisory.url());
            text("ExternalRefComment", advisory.comment());
        }
    }

    private void tag(String name, String value) {
        lines.append(name).append(": ").append(Printable.of(value)).append('\n');
    }

    private void text(String name, String value) {
        String inside = Printable.of(value).replace("</text>", "<\\/text>");
        lines.append(name).append(": <text>").append(inside).append("</text>\n");
    }
}
