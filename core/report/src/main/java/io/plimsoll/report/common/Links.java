package io.plimsoll.report.common;

import io.plimsoll.model.Finding;
import java.util.List;

/// Pages about vulnerabilities.
public final class Links {
    private Links() {}

    /// The addresses of a finding that a reader may turn into links.
    public static List<String> all(Finding finding) {
        return finding.urls().stream().filter(Uris::isWeb).toList();
    }

    /// The first of them, else the page that an id has by itself.
    public static String first(Finding finding) {
        List<String> all = all(finding);
        return all.isEmpty() ? of(finding.id()) : all.getFirst();
    }

    /// The page of an id: the CVE's at NVD, a GHSA's at GitHub, any other's at OSV.
    public static String of(String id) {
        String legal = Uris.relative(id);
        if (id.startsWith("CVE-")) {
            return "https://nvd.nist.gov/vuln/detail/" + legal;
        }
        return (id.startsWith("GHSA-")
                        ? "https://github.com/advisories/"
                        : "https://osv.dev/vulnerability/")
                + legal;
    }

    /// The aliases of a finding that are names of their own, not the CVE with a publisher's word before
    /// it (`DEBIAN-CVE-2024-5535`).
    public static List<String> otherNames(Finding finding) {
        return finding.aliases().stream()
                .filter(alias -> !alias.endsWith("-" + finding.id()))
                .toList();
    }
}
