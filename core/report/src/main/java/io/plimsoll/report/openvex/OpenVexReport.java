package io.plimsoll.report.openvex;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.common.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A report as OpenVEX 0.2.0: what was found as `affected`, what is said not to count as what it is
/// said to be, what could not be determined as `under_investigation`.
///
/// The product is the image, its components the packages; of a target that is no image the packages
/// are the products. Id and time follow from the content and the day of the scan.
///
/// Source: OpenVEX specification 0.2.0.
public final class OpenVexReport {
    private static final String CONTEXT = "https://openvex.dev/ns/v0.2.0";

    private final ScanReport report;
    private final Optional<String> product;
    private final Map<String, InstalledPackage> packages;

    private OpenVexReport(ScanReport report) {
        this.report = report;
        this.product = Product.of(report.target());
        this.packages = report.packagesById();
    }

    /// Writes it.
    ///
    /// @throws IOException if the bytes could not be written
    public static void write(ScanReport report, OutputStream out) throws IOException {
        OpenVexReport vex = new OpenVexReport(report);
        ByteArrayOutputStream unnamed = new ByteArrayOutputStream();
        vex.document("", unnamed);
        String hash = Hashes.of(unnamed.toString(StandardCharsets.UTF_8));
        vex.document("urn:sha256:" + hash, out);
    }

    private void document(String id, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("@context", CONTEXT);
                json.text("@id", id);
                json.text("author", "plimsoll");
                json.text("role", "Document Creator");
                json.text("timestamp", report.today() + "T00:00:00Z");
                json.number("version", 1);
                json.text("tooling", "plimsoll " + report.toolVersion());
                json.array(
                        "statements",
                        Statement.of(report),
                        each -> json.object(() -> statement(each, json)));
            });
        }
    }

    private void statement(Statement one, JsonWriter json) {
        json.object(
                "vulnerability",
                () -> {
                    json.text("name", one.id());
                    if (!one.aliases().isEmpty()) {
                        json.texts("aliases", one.aliases());
                    }
                });
        List<String> purls = purls(one);
        if (product.isEmpty()) {
            json.array("products", purls, purl -> json.object(() -> json.text("@id", purl)));
        } else {
            json.array(
                    "products",
                    List.of(product.get()),
                    image ->
                            json.object(() -> {
                                json.text("@id", image);
                                json.array(
                                        "subcomponents",
                                        purls,
                                        purl -> json.object(() -> json.text("@id", purl)));
                            }));
        }
        json.text("status", one.status());
        json.textIfAny("justification", one.justification());
        json.textIfAny(one.textName(), one.text());
    }

    /// The purls of a statement's packages, each once: one may be there several times.
    private List<String> purls(Statement one) {
        List<String> purls = new ArrayList<>();
        for (String id : one.packages()) {
            InstalledPackage installed = packages.get(id);
            String purl = installed == null || installed.purl().isEmpty() ? id : installed.purl();
            if (!purls.contains(purl)) {
                purls.add(purl);
            }
        }
        return purls;
    }
}
