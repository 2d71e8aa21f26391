package io.plimsoll.report;

import io.plimsoll.model.BaseImage;
import io.plimsoll.model.DataSource;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.TargetDescription;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One page that holds all it needs and asks nobody for anything: the answer, what to do first, the
/// findings with a filter, the layers, what was not judged. Its content policy allows its own style and
/// script, by their digests, and nothing else.
final class HtmlReport {
    private static final int ACTIONS = 8;

    private final ScanReport report;
    private final HtmlText page = new HtmlText();
    private final Map<String, InstalledPackage> packages;

    private HtmlReport(ScanReport report) {
        this.report = report;
        this.packages = report.packagesById();
    }

    static void write(ScanReport report, OutputStream out) throws IOException {
        HtmlReport html = new HtmlReport(report);
        html.all();
        out.write(html.page.bytes());
        out.flush();
    }

    private void all() {
        String style = resource("report.css");
        String script = resource("report.js");
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        page.raw("style-src 'sha256-" + digest(style) + "'; script-src 'sha256-");
        page.raw(digest(script) + "'; base-uri 'none'; form-action 'none'\">\n");
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.element("title", report.target().reference() + " – Plimsoll").raw("\n");
        page.raw("<style>" + style + "</style>\n</head>\n<body>\n");
        head();
        page.raw("<main>\n");
        actions();
        findings();
        layers();
        new HtmlRest(report, page, packages).write();
        page.raw("</main>\n");
        foot();
        page.raw("<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private void head() {
        TargetDescription target = report.target();
        page.raw("<header>\n").element("h1", target.reference()).raw("\n<p class=\"faint\">");
        page.text(String.join(" · ", facts(target))).raw("</p>\n");
        String system = system();
        if (!system.isEmpty()) {
            page.raw("<p>").text(system).raw("</p>\n");
        }
        if (!report.complete()) {
            warning(
                    "Not all of it could be read: this page speaks of a part. See the problems below.");
        }
        Coverage coverage = Coverage.of(report);
        coverage.endOfLife().forEach(each -> warning(each + ": fixes may be missing."));
        counts();
        page.raw("<p>").text(answer(coverage)).raw("</p>\n<p class=\"faint\">");
        page.text(data()).raw("</p>\n</header>\n");
    }

    private static List<String> facts(TargetDescription target) {
        List<String> facts = new ArrayList<>(List.of(target.kind()));
        if (!target.platform().isEmpty()) {
            facts.add(target.platform());
        }
        if (target.size() > 0) {
            facts.add(Words.size(target.size()));
        }
        if (!target.layers().isEmpty()) {
            facts.add(Words.count(target.layers().size(), "layer"));
        }
        target.created().ifPresent(time -> facts.add("made " + time.toString().substring(0, 10)));
        target.imageId().ifPresent(id -> facts.add(id.toString()));
        return facts;
    }

    private String system() {
        String system = report.inventory().distribution().prettyName();
        String until =
                report.assessment()
                        .support()
                        .until()
                        .map(day -> ", supported until " + day)
                        .orElse("");
        String base =
                report.target()
                        .base()
                        .map(BaseImage::reference)
                        .map(name -> "base image " + name)
                        .orElse("");
        String first =
                system.isEmpty()
                        ? ""
                        : system + (report.assessment().support().ended() ? "" : until);
        return first.isEmpty() || base.isEmpty() ? first + base : first + " · " + base;
    }

    private void warning(String text) {
        page.raw("<p class=\"warn\">").text(text).raw("</p>\n");
    }

    private void counts() {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        report.assessment()
                .findings()
                .forEach(each -> counts.merge(each.severity(), 1, Integer::sum));
        page.raw("<ul class=\"counts\">\n");
        for (Severity severity : Severity.values()) {
            int count = counts.getOrDefault(severity, 0);
            boolean usual = severity.isAtLeast(Severity.LOW);
            if (usual || count > 0) {
                page.raw("<li class=\"" + severity.word() + "\"><strong>" + count + "</strong>");
                page.raw(severity.word() + "</li>\n");
            }
        }
        page.raw("</ul>\n");
    }

    private String answer(Coverage coverage) {
        List<Finding> findings = report.assessment().findings();
        String judged =
                Words.count(coverage.packages(), "package")
                        + ", "
                        + coverage.assessed()
                        + " assessed";
        if (findings.isEmpty()) {
            return coverage.assessed() == 0
                    ? "No package could be judged (" + judged + ")."
                    : "No known vulnerability in what could be judged: " + judged + ".";
        }
        long fixable = findings.stream().filter(each -> !each.fix().versions().isEmpty()).count();
        long known =
                findings.stream().filter(each -> each.facts().knownExploited().isPresent()).count();
        return Words.count(findings.size(), "finding")
                + ", "
                + fixable
                + " can be fixed now"
                + (known == 0 ? "" : ", " + known + " known to be exploited")
                + ". "
                + judged
                + ".";
    }

    private String data() {
        return report.oldestData()
                .map(day ->
                        "Advisory data of "
                                + day
                                + " or newer, "
                                + Words.age(day, report.today())
                                + ".")
                .orElse("No advisory data with a date was consulted.");
    }

    private void actions() {
        Optional<Recommendation> base = BaseAction.of(report);
        List<Action> actions = Action.of(report, ACTIONS);
        if (actions.isEmpty() && base.isEmpty()) {
            return;
        }
        page.raw("<h2>What to do first</h2>\n<ol>\n");
        base.ifPresent(each ->
                page.raw("<li>")
                        .text(BaseAction.what(each) + ": " + BaseAction.effect(each))
                        .raw("</li>\n"));
        for (Action action : actions) {
            Upgrade upgrade = action.upgrade();
            page.raw("<li>")
                    .element("strong", upgrade.name())
                    .text(" " + upgrade.version() + " → ");
            page.text(action.to());
            upgrade.paths().stream()
                    .findFirst()
                    .ifPresent(path -> page.text(" ").element("code", path));
            page.text(": " + action.effect()).raw("</li>\n");
        }
        page.raw("</ol>\n");
    }

    private void findings() {
        List<Finding> findings = report.worstFirst();
        if (findings.isEmpty()) {
            return;
        }
        page.raw("<h2>Findings</h2>\n");
        filter(findings);
        page.raw(
                "<table id=\"findings\" class=\"findings\">\n<thead><tr><th>severity</th><th>id</th>");
        page.raw(
                "<th>package</th><th>remedy</th><th>why it matters</th><th>evidence</th></tr></thead>\n");
        page.raw("<tbody>\n");
        HtmlFinding row = new HtmlFinding(page, packages);
        findings.forEach(row::write);
        page.raw("</tbody>\n</table>\n");
    }

    /// Hidden until the script shows it: without one, everything is shown and nothing can be filtered.
    private void filter(List<Finding> findings) {
        page.raw("<form id=\"filter\" class=\"hidden\">\n");
        page.raw("<input type=\"search\" name=\"words\" placeholder=\"package, id, path …\" ");
        page.raw("aria-label=\"search the findings\">\n");
        for (Severity severity : Severity.values()) {
            if (findings.stream().anyMatch(each -> each.severity() == severity)) {
                page.raw("<label><input type=\"checkbox\" name=\"severity\" checked value=\"");
                page.raw(severity.word() + "\"> " + severity.word() + "</label>\n");
            }
        }
        page.raw("<label><input type=\"checkbox\" name=\"fixable\"> can be fixed</label>\n");
        page.raw("<label><input type=\"checkbox\" name=\"exploited\"> exploited</label>\n");
        page.raw("<label>from <select name=\"origin\"><option value=\"\">anywhere</option>");
        page.raw("<option value=\"base\">the base image</option>");
        page.raw("<option value=\"own\">your layers</option></select></label>\n");
        page.raw("<span id=\"shown\" role=\"status\"></span>\n</form>\n");
    }

    private void layers() {
        List<TargetDescription.LayerSummary> layers = report.target().layers();
        if (layers.isEmpty()) {
            return;
        }
        page.raw(
                "<h2>Layers</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th class=\"number\">layer</th>");
        page.raw(
                "<th>made by</th><th>from</th><th class=\"number\">size</th><th class=\"number\">findings</th>");
        page.raw("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < layers.size(); i++) {
            TargetDescription.LayerSummary layer = layers.get(i);
            long found =
                    report.assessment().findings().stream()
                            .filter(each -> each.layer().isPresent())
                            .filter(each -> each.layer().equals(layer.diffId()))
                            .count();
            page.raw("<tr><td class=\"number\">" + (i + 1) + "</td><td class=\"code\">");
            page.text(layer.createdBy().isEmpty() ? "–" : layer.createdBy());
            page.raw("</td><td>" + layer.origin().word() + "</td><td class=\"number\">");
            page.text(Words.size(layer.size()))
                    .raw("</td><td class=\"number\">" + found + "</td></tr>\n");
        }
        page.raw("</tbody>\n</table></div>\n");
    }

    private void foot() {
        page.raw("<footer>\n<p>");
        page.text("Plimsoll " + report.toolVersion() + ", scanned " + report.today()).raw("</p>\n");
        page.raw(
                "<details><summary>Advisory data</summary>\n<div class=\"scroll\"><table>\n<thead><tr>");
        page.raw(
                "<th>segment</th><th>source</th><th>licence</th><th>newest record</th></tr></thead>\n<tbody>\n");
        for (DataSource data : report.assessment().data()) {
            page.raw("<tr>").cell(data.segment()).cell(data.source()).cell(data.license());
            page.cell(data.modified().map(LocalDate::toString).orElse("unknown")).raw("</tr>\n");
        }
        page.raw("</tbody>\n</table></div>\n</details>\n</footer>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
