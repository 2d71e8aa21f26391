package io.plimsoll.policy;

import java.util.Map;

/// One statement, in each format.
///
/// @param product an identifier of the product
/// @param component purl of a component; empty for none
/// @param status a label of OpenVEX
record VexDocuments(String product, String component, String status) {
    private static final String CVE = "CVE-2024-0001";
    private static final String JUSTIFICATION = "vulnerable_code_not_present";

    private static final Map<String, String> CSAF =
            Map.of(
                    "affected", "known_affected",
                    "not_affected", "known_not_affected",
                    "fixed", "fixed",
                    "under_investigation", "under_investigation");
    private static final Map<String, String> CYCLONEDX =
            Map.of(
                    "affected", "exploitable",
                    "not_affected", "not_affected",
                    "fixed", "resolved",
                    "under_investigation", "in_triage");

    /// The document in a format.
    String in(String format) {
        return switch (format) {
            case "OpenVEX" -> openVex("2026-01-01T00:00:00Z");
            case "CSAF" -> csaf();
            case "CycloneDX" -> cycloneDx();
            default -> throw new IllegalArgumentException(format);
        };
    }

    String openVex(String timestamp) {
        return """
        {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://example.com/vex",
         "author": "us", "version": 1, "timestamp": "%s",
         "statements": [%s]}
        """
                .formatted(timestamp, statement(""));
    }

    /// A statement of OpenVEX.
    ///
    /// @param timestamp empty for that of the document
    String statement(String timestamp) {
        String subcomponents =
                component.isEmpty()
                        ? ""
                        : ", \"subcomponents\": [{\"@id\": \"" + component + "\"}]";
        boolean isJustified = status.equals("not_affected");
        return """
        {"vulnerability": {"name": "%s"}, "products": [{"@id": "%s"%s}], "status": "%s"%s%s}
        """
                .formatted(
                        CVE,
                        product,
                        subcomponents,
                        status,
                        isJustified ? ", \"justification\": \"" + JUSTIFICATION + "\"" : "",
                        timestamp.isEmpty() ? "" : ", \"timestamp\": \"" + timestamp + "\"");
    }

    private String csaf() {
        boolean isPurl = product.startsWith("pkg:");
        String relation =
                """
                , "relationships": [{"category": "default_component_of",
                   "full_product_name": {"product_id": "PC", "name": "both"},
                   "product_reference": "C", "relates_to_product_reference": "P"}]
                """;
        String about = component.isEmpty() ? "P" : "PC";
        return """
        {"document": {"category": "csaf_vex", "csaf_version": "2.0",
                      "tracking": {"current_release_date": "2026-01-01T00:00:00Z"}},
         "product_tree": {
           "branches": [{"category": "vendor", "name": "v", "branches": [
             {"category": "product_version", "name": "p",
              "product": {"product_id": "P", "name": "%s"
                %s}}]}],
           "full_product_names": [{"product_id": "C", "name": "component",
               "product_identification_helper": {"purl": "%s"}}]%s},
         "vulnerabilities": [{"cve": "%s", "product_status": {"%s": ["%s"]},
           "flags": [{"label": "%s", "product_ids": ["%s"]}]}]}
        """
                .formatted(
                        isPurl ? "app" : product,
                        isPurl
                                ? ", \"product_identification_helper\": {\"purl\": \""
                                        + product
                                        + "\"}"
                                : "",
                        component,
                        component.isEmpty() ? "" : relation,
                        CVE,
                        CSAF.get(status),
                        about,
                        JUSTIFICATION,
                        about);
    }

    private String cycloneDx() {
        boolean isPurl = product.startsWith("pkg:");
        int at = product.indexOf('@');
        int colon = product.lastIndexOf(':');
        int end = at > 0 ? at : colon;
        String identity =
                isPurl
                        ? "\"purl\": \"" + product + "\""
                        : "\"name\": \"%s\", \"version\": \"%s\""
                                .formatted(product.substring(0, end), product.substring(end + 1));
        return """
        {"bomFormat": "CycloneDX", "specVersion": "1.6",
         "metadata": {"timestamp": "2026-01-01T00:00:00Z",
                      "component": {"type": "container", "bom-ref": "main", %s}},
         "components": [{"type": "library", "bom-ref": "part", "name": "c", "purl": "%s"}],
         "vulnerabilities": [{"id": "%s",
           "analysis": {"state": "%s", "justification": "%s"},
           "affects": [{"ref": "%s"}]}]}
        """
                .formatted(
                        identity,
                        component,
                        CVE,
                        CYCLONEDX.get(status),
                        status.equals("not_affected") ? JUSTIFICATION : "",
                        component.isEmpty() ? "main" : "part");
    }
}
