package io.plimsoll.report.compliance;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The controls of section 4 of the CIS Docker benchmark, as text and as JSON.
///
/// Source: `docs/compliance-schema.json`.
public final class ComplianceReport {
    private static final int SHORT_FINDINGS = 3;

    private ComplianceReport() {}

    /// Writes the controls for people: one line each, below it what stands against it.
    ///
    /// @param full all findings, instead of a few
    /// @throws IOException if the bytes could not be written
    public static void writeText(ScanReport report, boolean full, OutputStream out)
            throws IOException {
        List<Control> controls = DockerCis.of(report);
        StringBuilder text = new StringBuilder();
        line(text, report.target().reference() + " · " + DockerCis.TITLE);
        line(text, summary(controls));
        text.append('\n');
        for (Control each : controls) {
            control(text, each, full);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String summary(List<Control> controls) {
        StringBuilder summary = new StringBuilder();
        for (Control.Status status : Control.Status.values()) {
            summary.append(summary.isEmpty() ? "" : ", ")
                    .append(count(controls, status))
                    .append(' ')
                    .append(status.word().replace('-', ' '));
        }
        return summary.toString();
    }

    private static long count(List<Control> controls, Control.Status status) {
        return controls.stream().filter(each -> each.status() == status).count();
    }

    private static void control(StringBuilder text, Control control, boolean full) {
        String why = control.why().isEmpty() ? "" : ": " + control.why();
        String word = control.status().word().replace('-', ' ').toUpperCase(Locale.ROOT);
        line(text, pad(control.id(), 6) + pad(word, 14) + control.title() + why);
        int shown =
                full
                        ? control.findings().size()
                        : Math.min(SHORT_FINDINGS, control.findings().size());
        for (CheckFinding finding : control.findings().subList(0, shown)) {
            String where = finding.path().isEmpty() ? "" : finding.path() + ": ";
            line(text, " ".repeat(20) + where + finding.message());
        }
        if (shown < control.findings().size()) {
            int more = control.findings().size() - shown;
            line(text, " ".repeat(20) + "… and " + more + " more: --full");
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.of(line)).append('\n');
    }

    /// Writes the controls as JSON, `plimsoll-compliance/1`.
    public static void writeJson(ScanReport report, OutputStream out) {
        List<Control> controls = DockerCis.of(report);
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("schema", "plimsoll-compliance/1");
                json.object(
                        "tool",
                        () -> {
                            json.text("name", "plimsoll");
                            json.text("version", report.toolVersion());
                        });
                json.object("target", () -> target(report, json));
                json.object(
                        "benchmark",
                        () -> {
                            json.text("id", DockerCis.ID);
                            json.text("title", DockerCis.TITLE);
                        });
                json.object(
                        "summary",
                        () -> {
                            for (Control.Status each : Control.Status.values()) {
                                json.number(each.word(), count(controls, each));
                            }
                        });
                json.array("controls", controls, each -> json.object(() -> control(each, json)));
            });
        }
    }

    private static void target(ScanReport report, JsonWriter json) {
        json.text("kind", report.target().kind());
        json.text("reference", report.target().reference());
        json.textOrNull("imageId", report.target().imageId().map(Digest::toString).orElse(""));
    }

    private static void control(Control control, JsonWriter json) {
        json.text("id", control.id());
        json.text("title", control.title());
        json.text("status", control.status().word());
        json.textOrNull("why", control.why());
        json.texts("checks", control.checks());
        json.array(
                "findings",
                control.findings(),
                each ->
                        json.object(() -> {
                            json.text("severity", each.severity().word());
                            json.text("message", each.message());
                            json.textOrNull("path", each.path());
                            json.textOrNull("layer", each.layer().map(Digest::toString).orElse(""));
                        }));
    }
}
