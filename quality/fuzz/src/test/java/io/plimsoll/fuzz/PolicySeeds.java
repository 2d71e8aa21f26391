package io.plimsoll.fuzz;

import java.util.List;

/// Ignore files and VEX documents.
final class PolicySeeds {
    private PolicySeeds() {}

    static List<String> ignoreFiles() {
        return List.of(
                """
                ignore:
                  - id: [CVE-2024-1, GHSA-x]
                    purl: 'pkg:deb/*/a@1'
                    path: /a/**
                    severity: low
                    expires: 2026-01-01
                    reason: "a # b"   # c
                fail-on: [high]
                """,
                """
                version: v1.25.0
                ignore:
                  CVE-2024-1:
                    - 'a > b/c@1':
                        reason: >-
                          x
                          y
                        expires: 2026-12-01T00:00:00.000Z
                        disregardIfFixable: true
                patch: {}
                """,
                "# a\nCVE-2024-1 exp:2026-01-01\nCVE-2024-2\n",
                "vulnerabilities:\n- {id: CVE-1, paths: [a], purls: [pkg:a/b], expired_at: 2026-01-01}\n",
                "ignore:\n- vulnerability: CVE-1\n  package: {name: 'a.*', type: deb, location: /a}\n");
    }

    static List<String> vex() {
        return List.of(
                """
                {"@context":"https://openvex.dev/ns/v0.2.0","timestamp":"2026-01-01T00:00:00Z",
                 "statements":[{"vulnerability":{"name":"CVE-1"},"products":[{"@id":
                 "pkg:oci/a@sha256:00?tag=1","subcomponents":[{"@id":"pkg:deb/debian/a"}]}],
                 "status":"not_affected","justification":"component_not_present"}]}
                """,
                """
                {"document":{"csaf_version":"2.0","tracking":{"current_release_date":"2026-01-01T00:00:00Z"}},
                 "product_tree":{"branches":[{"product":{"product_id":"P","name":"a:1"}}],
                 "relationships":[{"full_product_name":{"product_id":"R"},"product_reference":"P",
                 "relates_to_product_reference":"R"}]},"vulnerabilities":[{"cve":"CVE-1",
                 "product_status":{"fixed":["P","R"]},"flags":[{"label":"x","group_ids":["G"]}]}]}
                """,
                """
                {"bomFormat":"CycloneDX","metadata":{"component":{"type":"container","bom-ref":"m",
                 "name":"a","version":"1"}},"components":[{"bom-ref":"c","purl":"pkg:npm/a@1"}],
                 "vulnerabilities":[{"id":"CVE-1","analysis":{"state":"resolved"},
                 "affects":[{"ref":"urn:cdx:x/1#pkg%3Anpm%2Fa"}]}]}
                """);
    }
}
