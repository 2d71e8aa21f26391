package io.plimsoll.report.peers;

import java.util.Locale;

/// The peers' short names for who says something.
///
/// Source: trivy-db 2026-08, `pkg/vulnsrc/vulnerability/const.go`.
final class Sources {
    private Sources() {}

    /// `nvd`, `ghsa`, `redhat` …; what has no such name keeps its own, in lower case with hyphens.
    static String id(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.contains("nvd") && !lower.contains("ghsa")) {
            return "nvd";
        }
        if (lower.contains("ghsa") || lower.contains("github")) {
            return "ghsa";
        }
        if (lower.contains("redhat.com") || lower.contains("red hat")) {
            return "redhat";
        }
        for (String name :
                new String[] {"debian", "ubuntu", "alpine", "suse", "amazon", "oracle"}) {
            if (lower.contains(name)) {
                return name.equals("suse") ? "suse-cvrf" : name;
            }
        }
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
            if (plain) {
                id.append(c);
            } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        return id.isEmpty() ? "unknown" : id.toString();
    }
}
