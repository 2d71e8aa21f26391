package io.plimsoll.report;

import io.plimsoll.model.Epss;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.Score;
import io.plimsoll.report.common.Links;
import io.plimsoll.report.common.Ratings;
import io.plimsoll.report.common.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The row of a finding in the page.
final class HtmlFinding {
    private final HtmlText page;
    private final Map<String, InstalledPackage> packages;

    HtmlFinding(HtmlText page, Map<String, InstalledPackage> packages) {
        this.page = page;
        this.packages = packages;
    }

    void write(Finding finding) {
        Optional<InstalledPackage> installed =
                Optional.ofNullable(packages.get(finding.packageId()));
        boolean exploited = finding.facts().knownExploited().isPresent();
        page.raw("<tr data-severity=\"" + finding.severity().word());
        page.raw("\" data-fixable=\"" + (finding.fix().versions().isEmpty() ? "no" : "yes"));
        page.raw("\" data-exploited=\"" + (exploited ? "yes" : "no"));
        page.raw("\" data-origin=\"" + finding.origin().word() + "\">\n<td><b class=\"");
        page.raw(finding.severity().word() + "\">" + finding.severity().word() + "</b></td>\n<td>");
        page.link(Links.first(finding), finding.id());
        page.raw("</td>\n<td data-name=\"package\">");
        page.text(installed.map(Sentences::named).orElse(finding.packageId()));
        page.raw("</td>\n<td data-name=\"remedy\">").text(Sentences.remedy(finding));
        page.raw("</td>\n<td data-name=\"why\">").text(why(finding)).raw("</td>\n<td>");
        evidence(finding, installed);
        page.raw("</td>\n</tr>\n");
    }

    /// `exploited since 2021-12-10 · CVSS 9.8 · EPSS 12 %`.
    private static String why(Finding finding) {
        List<String> parts = new ArrayList<>();
        finding.facts().knownExploited().ifPresent(day -> parts.add("exploited since " + day));
        Optional<Score> score = Ratings.deciding(finding);
        score.ifPresent(each -> parts.add("CVSS " + each.value()));
        Optional<Epss> epss = finding.facts().epss();
        if (epss.isPresent() && epss.get().score() >= 0.01) {
            parts.add("EPSS " + Math.round(epss.get().score() * 100) + " %");
        }
        parts.add(Sentences.title(finding));
        return String.join(" · ", parts);
    }

    private void evidence(Finding finding, Optional<InstalledPackage> installed) {
        page.raw("<details><summary>show</summary>\n<dl>\n");
        entry("advisory", finding.how().advisory() + " (" + finding.how().segment() + ")");
        entry("range", finding.how().range());
        entry("compared", finding.how().compared());
        entry("by", finding.how().kind().word().replace('-', ' '));
        entry("severity from", finding.severitySource());
        entry("also known as", String.join(", ", finding.aliases()));
        for (Score score : finding.facts().scores()) {
            entry("CVSS " + score.value(), score.vector() + " (" + score.source() + ")");
        }
        finding.facts().published().ifPresent(day -> entry("published", day.toString()));
        for (Location location : installed.map(InstalledPackage::locations).orElse(List.of())) {
            entry("found in", location.evidence().path());
        }
        finding.layer()
                .ifPresent(layer -> entry("layer", layer + " (" + finding.origin().word() + ")"));
        entry("made by", finding.instruction());
        page.raw("<dt>pages</dt><dd>");
        for (String url : Links.all(finding)) {
            page.link(url, url).raw("<br>");
        }
        page.raw("</dd>\n</dl></details>");
    }

    private void entry(String name, String value) {
        if (!value.isEmpty()) {
            page.element("dt", name).element("dd", value).raw("\n");
        }
    }
}
