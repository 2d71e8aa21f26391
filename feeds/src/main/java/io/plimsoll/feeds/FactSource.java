package io.plimsoll.feeds;

import io.plimsoll.advisory.SegmentInfo;
import java.util.List;

/// Who the facts about vulnerabilities and products come from, and under which licence: these feeds
/// do not say it in their records.
record FactSource(List<String> names, String license) {
    static FactSource of(SegmentInfo.Kind kind) {
        return switch (kind) {
            case ADVISORIES -> new FactSource(List.of(), "");
            // Records of the feed carry scores of several publishers; the strictest licence among
            // those that may be in it holds for the segment.
            case VULNERABILITIES ->
                    new FactSource(
                            List.of(
                                    "NVD",
                                    "VulnerableCode",
                                    "CISA vulnrichment",
                                    "Anchore NVD data overrides"),
                            "CC-BY-SA-4.0 AND CC0-1.0");
            case EPSS -> new FactSource(List.of("FIRST EPSS"), "LicenseRef-EPSS-attribution");
            case KEV -> new FactSource(List.of("CISA KEV"), "CC0-1.0");
            case EOL -> new FactSource(List.of("endoflife.date"), "MIT");
            case IMAGES -> new FactSource(List.of("docker-library/official-images"), "Apache-2.0");
        };
    }
}
