package io.plimsoll.advisory;

import io.plimsoll.model.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What an advisory says of itself, apart from the packages it concerns.
///
/// Source: OSV schema 1.7.5; dates are kept to the day.
///
/// @param id the publisher's id, such as `DEBIAN-CVE-2024-5535`, `ALSA-2026:4772`, `GHSA-…`
/// @param aliases other ids of the same vulnerability (OSV `aliases`)
/// @param upstream ids of the vulnerabilities that this advisory answers (OSV `upstream`, or
///     `related` CVEs of an erratum without `upstream`)
/// @param published empty where the source has no date
/// @param modified empty where the source has no date
/// @param withdrawn whether the publisher took it back
/// @param severityWord the publisher's own word, such as `IMPORTANT`; empty where there is none
/// @param scores CVSS vectors in the order of the source
/// @param cwes numbers of weaknesses: 79 for CWE-79
/// @param source who the facts come from, as the feed names them
/// @param license SPDX expression of the facts' licence
/// @param url the publisher's page; empty where it follows from the id
/// @param summary one line for people; empty where the feed has facts only
public record Advisory(
        String id,
        List<String> aliases,
        List<String> upstream,
        Optional<LocalDate> published,
        Optional<LocalDate> modified,
        boolean withdrawn,
        String severityWord,
        List<Score> scores,
        List<Integer> cwes,
        String source,
        String license,
        String url,
        String summary) {
    public Advisory {
        aliases = List.copyOf(aliases);
        upstream = List.copyOf(upstream);
        scores = List.copyOf(scores);
        cwes = List.copyOf(cwes);
    }

    /// The ids of the vulnerabilities it speaks of: its CVEs, or its own id where it names none.
    public List<String> vulnerabilities() {
        Set<String> cves = new TreeSet<>();
        addCves(List.of(id), cves);
        addCves(aliases, cves);
        addCves(upstream, cves);
        return cves.isEmpty() ? List.of(id) : List.copyOf(cves);
    }

    private static void addCves(List<String> ids, Set<String> cves) {
        for (String candidate : ids) {
            if (candidate.startsWith("CVE-")) {
                cves.add(candidate);
            }
        }
    }
}
