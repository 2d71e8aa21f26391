package io.plimsoll.policy.vex;

import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads OpenVEX.
///
/// Source: OpenVEX specification 0.2.0; of 0.0.1 that vulnerability and products are plain texts and
/// that subcomponents belong to the statement.
final class OpenVex {
    private static final int SHOWN = 100;

    private final String file;
    private final List<VexStatement> statements = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private OpenVex(String file) {
        this.file = file;
    }

    static boolean isOne(JsonObject document) {
        return document.text("@context").contains("openvex")
                || document.array("@context").texts().stream()
                        .anyMatch(each -> each.contains("openvex"));
    }

    static VexDocument read(String file, JsonObject document) {
        OpenVex vex = new OpenVex(file);
        Instant since = since(document, Instant.MIN);
        int number = 0;
        for (JsonObject each : document.objects("statements")) {
            number++;
            vex.statement(each, number, since);
        }
        return new VexDocument(file, "OpenVEX", vex.statements, vex.warnings);
    }

    private static Instant since(JsonObject one, Instant otherwise) {
        String updated = one.text("last_updated");
        String text = updated.isEmpty() ? one.text("timestamp") : updated;
        return text.isEmpty() ? otherwise : VexStatement.instant(text);
    }

    private void statement(JsonObject one, int number, Instant documented) {
        Optional<VexStatus> status = VexStatus.ofWord(one.text("status"));
        List<String> ids = ids(one);
        if (status.isEmpty() || ids.isEmpty()) {
            String what =
                    status.isEmpty()
                            ? "the status '"
                                    + Printable.beginning(one.text("status"), SHOWN)
                                    + "' is unknown"
                            : "it names no vulnerability";
            warnings.add(
                    Problem.of(
                            file,
                            "vex",
                            ProblemKind.MALFORMED,
                            "statement " + number + " is left out: " + what));
            return;
        }
        String impact = one.text("impact_statement");
        String action = one.text("action_statement");
        String notes = one.text("status_notes");
        statements.add(
                new VexStatement(
                        ids,
                        products(one),
                        status.get(),
                        one.text("justification"),
                        impact.isEmpty() ? (action.isEmpty() ? notes : action) : impact,
                        since(one, documented)));
    }

    private static List<String> ids(JsonObject one) {
        String plain = one.text("vulnerability");
        List<String> ids = new ArrayList<>();
        if (!plain.isEmpty()) {
            ids.add(plain);
        }
        JsonObject vulnerability = one.object("vulnerability");
        String name = vulnerability.text("name");
        String iri = vulnerability.text("@id");
        if (!name.isEmpty()) {
            ids.add(name);
        }
        if (!iri.isEmpty()) {
            ids.add(iri.substring(iri.lastIndexOf('/') + 1));
        }
        ids.addAll(vulnerability.texts("aliases"));
        return ids;
    }

    private static List<VexProduct> products(JsonObject one) {
        List<VexProduct> products = new ArrayList<>();
        List<Identifier> ofAll = components(one.array("subcomponents"));
        for (JsonValue product : one.array("products").values()) {
            List<Identifier> own = components(product.asObject().array("subcomponents"));
            products.add(
                    new VexProduct(Identifier.all(texts(product)), own.isEmpty() ? ofAll : own));
        }
        return products;
    }

    private static List<Identifier> components(JsonArray array) {
        List<Identifier> components = new ArrayList<>();
        for (JsonValue each : array.values()) {
            components.addAll(Identifier.all(texts(each)));
        }
        return components;
    }

    /// All that names a product or component.
    private static List<String> texts(JsonValue component) {
        List<String> texts = new ArrayList<>();
        texts.add(component.asText());
        JsonObject object = component.asObject();
        texts.add(object.text("@id"));
        object.object("identifiers").members().values().forEach(each -> texts.add(each.asText()));
        String sha256 = object.object("hashes").text("sha-256");
        texts.add(sha256.isEmpty() ? "" : "sha256:" + sha256);
        return texts.stream().distinct().toList();
    }
}
