package io.plimsoll.report.compare;

import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.Suppressed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A report as far as it is compared: a scan of now, or one that was kept as JSON.
///
/// @param name what people call it
/// @param packages versions by `type name`, a package may be there in several
/// @param findings those that count and those that are suppressed
/// @param data dates of the segments of advisory data that had a say, by segment
public record Side(
        String name,
        SortedMap<String, SortedSet<String>> packages,
        List<Entry> findings,
        SortedMap<String, String> data) {
    /// The schema of the reports that can be compared.
    public static final String SCHEMA = "plimsoll-report/1";

    /// One vulnerability in one package, of whichever version.
    ///
    /// @param id the vulnerability's id
    /// @param ids all its ids, the id among them
    /// @param installed the package as `type name`
    /// @param version the version that has it
    /// @param severity the severity that counts
    /// @param fixed versions that fix it
    /// @param suppressed what suppresses it; empty where it counts
    public record Entry(
            String id,
            SortedSet<String> ids,
            String installed,
            String version,
            Severity severity,
            List<String> fixed,
            String suppressed) {}

    /// A report that was just made.
    public static Side of(String name, ScanReport report) {
        SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
        Map<String, InstalledPackage> byId = new HashMap<>();
        for (InstalledPackage each : report.inventory().packages()) {
            byId.put(each.id(), each);
            packages.computeIfAbsent(key(each), any -> new TreeSet<>())
                    .add(each.record().version());
        }
        List<Entry> findings = new ArrayList<>();
        for (Finding finding : report.assessment().findings()) {
            add(finding, "", byId, findings);
        }
        for (Suppressed each : report.assessment().suppressed()) {
            add(each.finding(), each.by(), byId, findings);
        }
        SortedMap<String, String> data = new TreeMap<>();
        report.assessment()
                .data()
                .forEach(each ->
                        data.put(each.segment(), each.modified().map(Object::toString).orElse("")));
        return new Side(name, packages, findings, data);
    }

    static String key(InstalledPackage installed) {
        return installed.record().type().purlType() + " " + installed.record().fullName();
    }

    private static void add(
            Finding finding,
            String suppressed,
            Map<String, InstalledPackage> byId,
            List<Entry> findings) {
        InstalledPackage installed = byId.get(finding.packageId());
        if (installed == null) {
            return;
        }
        SortedSet<String> ids = new TreeSet<>(finding.aliases());
        ids.add(finding.id());
        findings.add(
                new Entry(
                        finding.id(),
                        ids,
                        key(installed),
                        installed.record().version(),
                        finding.severity(),
                        finding.fix().versions(),
                        suppressed));
    }

    /// A report that was kept, in the JSON of this program.
    ///
    /// @throws IllegalArgumentException if it is none
    public static Side of(String name, JsonObject report) {
        if (!report.text("schema").equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    name
                            + " is no report to compare with: it needs \"schema\": \""
                            + SCHEMA
                            + "\", as `plimsoll scan --format json` writes it");
        }
        SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
        Map<String, JsonObject> byId = new HashMap<>();
        for (JsonObject each : report.objects("packages")) {
            byId.put(each.text("id"), each);
            packages.computeIfAbsent(key(each), any -> new TreeSet<>()).add(each.text("version"));
        }
        List<Entry> findings = new ArrayList<>();
        for (JsonObject finding : report.objects("findings")) {
            add(finding, "", byId, findings);
        }
        for (JsonObject each : report.objects("suppressed")) {
            add(each.object("finding"), each.text("by"), byId, findings);
        }
        SortedMap<String, String> data = new TreeMap<>();
        report.objects("data")
                .forEach(each -> data.put(each.text("segment"), each.text("modified")));
        return new Side(name, packages, findings, data);
    }

    private static String key(JsonObject installed) {
        String namespace = installed.text("namespace");
        String separator = installed.text("type").equals("maven") ? ":" : "/";
        String name = installed.text("name");
        return installed.text("type")
                + " "
                + (namespace.isEmpty() ? name : namespace + separator + name);
    }

    private static void add(
            JsonObject finding,
            String suppressed,
            Map<String, JsonObject> byId,
            List<Entry> findings) {
        JsonObject installed = byId.get(finding.text("package"));
        if (installed == null) {
            return;
        }
        SortedSet<String> ids = new TreeSet<>(finding.texts("aliases"));
        ids.add(finding.text("id"));
        findings.add(
                new Entry(
                        finding.text("id"),
                        ids,
                        key(installed),
                        installed.text("version"),
                        severity(finding.text("severity")),
                        finding.object("fix").texts("versions"),
                        suppressed));
    }

    private static Severity severity(String word) {
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        return Severity.UNKNOWN;
    }
}
