package io.plimsoll.report;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.UndeterminedFinding;
import io.plimsoll.report.common.CheckRows;
import io.plimsoll.report.common.Sentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the answer does not count: what checks found, what is suppressed, undetermined, not assessed, not readable.
final class HtmlRest {
    private final ScanReport report;
    private final HtmlText page;
    private final Map<String, InstalledPackage> packages;

    HtmlRest(ScanReport report, HtmlText page, Map<String, InstalledPackage> packages) {
        this.report = report;
        this.page = page;
        this.packages = packages;
    }

    void write() {
        table("Checks", CheckRows.COLUMNS, CheckRows.findings(report));
        table(
                "Checks that say nothing",
                List.of("check", "state", "because"),
                CheckRows.rest(report));
        suppressed();
        undetermined();
        notAssessed();
        problems();
    }

    private void suppressed() {
        List<List<String>> rows = new ArrayList<>();
        for (Suppressed each : report.assessment().suppressed()) {
            rows.add(
                    List.of(
                            each.finding().severity().word(),
                            each.finding().id(),
                            name(each.finding().packageId()),
                            each.by(),
                            each.reason(),
                            each.expires().map(LocalDate::toString).orElse("never")));
        }
        table("Suppressed", List.of("severity", "id", "package", "by", "reason", "expires"), rows);
    }

    private void undetermined() {
        List<List<String>> rows = new ArrayList<>();
        for (UndeterminedFinding each : report.assessment().undetermined()) {
            rows.add(List.of(each.id(), name(each.packageId()), each.because()));
        }
        table("Undetermined", List.of("id", "package", "because"), rows);
    }

    private void notAssessed() {
        List<List<String>> rows = new ArrayList<>();
        for (InstalledPackage each : report.inventory().packages()) {
            if (!report.assessment().assessedOf(each.id()).assessed()) {
                rows.add(
                        List.of(
                                each.record().type().purlType(),
                                Sentences.named(each),
                                each.locations().getFirst().evidence().path(),
                                report.assessment().assessedOf(each.id()).why()));
            }
        }
        table(
                "Packages that were not assessed",
                List.of("type", "package", "path", "because"),
                rows);
        List<List<String>> unowned = new ArrayList<>();
        report.inventory().unownedExecutables().forEach(path -> unowned.add(List.of(path)));
        table("Executables that no package owns", List.of("path"), unowned);
    }

    private void problems() {
        List<List<String>> rows = new ArrayList<>();
        for (Problem each : report.inventory().problems()) {
            rows.add(List.of(each.path(), each.component(), each.kind().word(), each.reason()));
        }
        table("Problems", List.of("path", "component", "kind", "reason"), rows);
    }

    private String name(String packageId) {
        InstalledPackage installed = packages.get(packageId);
        return installed == null ? packageId : Sentences.named(installed);
    }

    private void table(String title, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.raw("<h2>").text(title + " (" + rows.size() + ")").raw("</h2>\n");
        page.raw("<details" + (rows.size() <= 10 ? " open" : "") + "><summary>show</summary>\n");
        page.raw("<div class=\"scroll\"><table>\n<thead><tr>");
        head.forEach(each -> page.element("th", each));
        page.raw("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            page.raw("<tr>");
            row.forEach(page::cell);
            page.raw("</tr>\n");
        }
        page.raw("</tbody>\n</table></div></details>\n");
    }
}
