package io.plimsoll.policy.vex;

import io.plimsoll.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads CSAF 2.0.
///
/// Source: Common Security Advisory Framework 2.0, sections 3.2.2 "Product Tree" and 3.2.3
/// "Vulnerabilities", profile "VEX".
final class Csaf {
    private static final Map<String, VexStatus> STATUSES =
            Map.of(
                    "known_affected", VexStatus.AFFECTED,
                    "first_affected", VexStatus.AFFECTED,
                    "last_affected", VexStatus.AFFECTED,
                    "known_not_affected", VexStatus.NOT_AFFECTED,
                    "fixed", VexStatus.FIXED,
                    "first_fixed", VexStatus.FIXED,
                    "under_investigation", VexStatus.UNDER_INVESTIGATION);

    private final CsafProducts products;
    private final Instant since;
    private final List<VexStatement> statements = new ArrayList<>();

    private Csaf(JsonObject document) {
        this.products = new CsafProducts(document.object("product_tree"));
        this.since =
                VexStatement.instant(
                        document.object("document")
                                .object("tracking")
                                .text("current_release_date"));
    }

    static boolean isOne(JsonObject document) {
        return !document.object("document").text("csaf_version").isEmpty()
                || document.object("document").text("category").startsWith("csaf_");
    }

    static VexDocument read(String file, JsonObject document) {
        Csaf csaf = new Csaf(document);
        document.objects("vulnerabilities").forEach(csaf::vulnerability);
        return new VexDocument(file, "CSAF", csaf.statements, List.of());
    }

    private void vulnerability(JsonObject one) {
        List<String> ids = new ArrayList<>();
        if (!one.text("cve").isEmpty()) {
            ids.add(one.text("cve"));
        }
        one.objects("ids").forEach(each -> ids.add(each.text("text")));
        Map<String, String> labels = said(one, "flags", "", "label");
        Map<String, String> impacts = said(one, "threats", "impact", "details");
        Map<String, String> remedies = said(one, "remediations", "", "details");
        JsonObject byStatus = one.object("product_status");
        for (String word : byStatus.members().keySet()) {
            VexStatus status = STATUSES.get(word);
            if (status == null) {
                continue;
            }
            Set<String> seen = new HashSet<>();
            for (String id : byStatus.texts(word)) {
                if (seen.add(id)) {
                    Map<String, String> texts =
                            status == VexStatus.NOT_AFFECTED ? impacts : remedies;
                    statements.add(
                            new VexStatement(
                                    ids,
                                    products.of(id),
                                    status,
                                    status == VexStatus.NOT_AFFECTED
                                            ? labels.getOrDefault(id, "")
                                            : "",
                                    texts.getOrDefault(id, ""),
                                    since));
                }
            }
        }
    }

    /// What is said of products under one of the lists of a vulnerability, by product id.
    ///
    /// @param category that alone counts; empty for all
    private Map<String, String> said(
            JsonObject vulnerability, String list, String category, String member) {
        Map<String, String> said = new HashMap<>();
        for (JsonObject each : vulnerability.objects(list)) {
            if (!category.isEmpty() && !each.text("category").equals(category)) {
                continue;
            }
            List<String> ids = new ArrayList<>(each.texts("product_ids"));
            each.texts("group_ids").forEach(group -> ids.addAll(products.group(group)));
            ids.forEach(id -> said.putIfAbsent(id, each.text(member)));
        }
        return said;
    }
}
