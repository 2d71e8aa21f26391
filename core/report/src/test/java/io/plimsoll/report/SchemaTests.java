package io.plimsoll.report;

import java.util.Map;

/// Which test holds a format against its official schema, or against the program that it is for.
final class SchemaTests {
    private static final String HERE = "core/report/src/test/java/io/plimsoll/report/";

    private static final String TRUTH = "quality/truth/src/test/java/io/plimsoll/truth/";

    static final Map<String, String> BY_FORMAT =
            Map.ofEntries(
                    Map.entry("text", HERE + "GoldenReportTest.java"),
                    Map.entry("json", HERE + "ReportSchemaTest.java"),
                    Map.entry("sarif", HERE + "SarifTest.java"),
                    Map.entry("cyclonedx", HERE + "CycloneDxTest.java"),
                    Map.entry("cyclonedx-xml", HERE + "CycloneDxTest.java"),
                    Map.entry("spdx", HERE + "SpdxTest.java"),
                    Map.entry("spdx-tv", TRUTH + "ReadByOthersTest.java"),
                    Map.entry("trivy-json", TRUTH + "PeerJsonTest.java"),
                    Map.entry("grype-json", TRUTH + "PeerJsonTest.java"),
                    Map.entry("junit", TRUTH + "PipelineFormatsTest.java"),
                    Map.entry("csv", HERE + "PipelineFormatsTest.java"),
                    Map.entry("gitlab", HERE + "PipelineFormatsTest.java"),
                    Map.entry("github", TRUTH + "PipelineFormatsTest.java"),
                    Map.entry(
                            "html",
                            "quality/acceptance/src/test/java/io/plimsoll/acceptance/HtmlPageTest.java"),
                    Map.entry("markdown", HERE + "PipelineFormatsTest.java"),
                    Map.entry("openvex", HERE + "OpenVexTest.java"));

    private SchemaTests() {}
}
