package io.plimsoll.policy.vex;

import io.plimsoll.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the analyses of vulnerabilities in CycloneDX JSON.
///
/// A component is one of the document's own product, where the document says which that is. Links to
/// other documents (`urn:cdx:…#ref`) count by their reference where that is a purl.
///
/// Source: CycloneDX 1.6, "vulnerabilities[].analysis"; the BOM-Link specification.
final class CycloneDxVex {
    private static final Map<String, VexStatus> STATES =
            Map.of(
                    "resolved", VexStatus.FIXED,
                    "resolved_with_pedigree", VexStatus.FIXED,
                    "exploitable", VexStatus.AFFECTED,
                    "in_triage", VexStatus.UNDER_INVESTIGATION,
                    "false_positive", VexStatus.NOT_AFFECTED,
                    "not_affected", VexStatus.NOT_AFFECTED);

    private final Map<String, List<Identifier>> byReference = new HashMap<>();
    private final List<Identifier> product;
    private final String productReference;
    private final Instant since;
    private final List<VexStatement> statements = new ArrayList<>();

    private CycloneDxVex(JsonObject document) {
        JsonObject metadata = document.object("metadata");
        JsonObject main = metadata.object("component");
        this.since = VexStatement.instant(metadata.text("timestamp"));
        this.product = Identifier.all(texts(main));
        this.productReference = main.text("bom-ref");
        Deque<JsonObject> open = new ArrayDeque<>(document.objects("components"));
        open.add(main);
        while (!open.isEmpty()) {
            JsonObject component = open.pop();
            byReference.put(component.text("bom-ref"), Identifier.all(texts(component)));
            open.addAll(component.objects("components"));
        }
    }

    static boolean isOne(JsonObject document) {
        return document.text("bomFormat").equals("CycloneDX");
    }

    static VexDocument read(String file, JsonObject document) {
        CycloneDxVex vex = new CycloneDxVex(document);
        document.objects("vulnerabilities").forEach(vex::vulnerability);
        return new VexDocument(file, "CycloneDX", vex.statements, List.of());
    }

    private static List<String> texts(JsonObject component) {
        List<String> texts = new ArrayList<>();
        texts.add(component.text("purl"));
        if (component.text("type").equals("container")) {
            String version = component.text("version");
            String separator = version.indexOf(':') > 0 ? "@" : ":";
            texts.add(component.text("name") + (version.isEmpty() ? "" : separator + version));
            for (JsonObject hash : component.objects("hashes")) {
                boolean usable = hash.text("alg").equals("SHA-256");
                texts.add(usable ? "sha256:" + hash.text("content") : "");
            }
        }
        return texts;
    }

    private void vulnerability(JsonObject one) {
        JsonObject analysis = one.object("analysis");
        VexStatus status = STATES.get(analysis.text("state"));
        if (status == null) {
            return;
        }
        List<String> ids = new ArrayList<>(List.of(one.text("id")));
        one.objects("references").forEach(each -> ids.add(each.text("id")));
        String updated = analysis.text("lastUpdated");
        String issued = updated.isEmpty() ? analysis.text("firstIssued") : updated;
        List<VexProduct> products = new ArrayList<>();
        for (JsonObject affected : one.objects("affects")) {
            products.add(product(affected.text("ref")));
        }
        statements.add(
                new VexStatement(
                        ids.stream().filter(id -> !id.isEmpty()).distinct().toList(),
                        products,
                        status,
                        analysis.text("justification"),
                        analysis.text("detail"),
                        issued.isEmpty() ? since : VexStatement.instant(issued)));
    }

    private VexProduct product(String reference) {
        if (!productReference.isEmpty() && reference.equals(productReference)) {
            return new VexProduct(known(product, reference), List.of());
        }
        List<Identifier> component =
                Optional.ofNullable(byReference.get(reference)).orElseGet(() -> linked(reference));
        boolean isContainer = component.stream().anyMatch(each -> each.image().isPresent());
        return product.isEmpty() || isContainer
                ? new VexProduct(known(component, reference), List.of())
                : new VexProduct(product, known(component, reference));
    }

    private static List<Identifier> known(List<Identifier> found, String reference) {
        return found.isEmpty()
                ? List.of(new Identifier(reference, Optional.empty(), Optional.empty()))
                : found;
    }

    /// What a reference says by itself: a purl, or a link that ends in one.
    private static List<Identifier> linked(String reference) {
        String rest = reference;
        int hash = reference.indexOf('#');
        if (reference.startsWith("urn:cdx:") && hash > 0) {
            rest = decoded(reference.substring(hash + 1));
        }
        return rest.startsWith("pkg:") ? Identifier.all(List.of(rest)) : List.of();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
