package io.plimsoll.policy.vex;

import io.plimsoll.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The product tree of a CSAF document.
final class CsafProducts {
    private static final int MOST_RELATIONS = 10;

    private final Map<String, List<Identifier>> identifiers = new HashMap<>();
    private final Map<String, JsonObject> relations = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    CsafProducts(JsonObject tree) {
        tree.objects("full_product_names").forEach(this::product);
        Deque<JsonObject> open = new ArrayDeque<>(tree.objects("branches"));
        while (!open.isEmpty()) {
            JsonObject branch = open.pop();
            product(branch.object("product"));
            open.addAll(branch.objects("branches"));
        }
        for (JsonObject relation : tree.objects("relationships")) {
            relations.put(relation.object("full_product_name").text("product_id"), relation);
        }
        for (JsonObject group : tree.objects("product_groups")) {
            groups.put(group.text("group_id"), group.texts("product_ids"));
        }
    }

    private void product(JsonObject one) {
        String id = one.text("product_id");
        if (id.isEmpty()) {
            return;
        }
        JsonObject helper = one.object("product_identification_helper");
        List<String> texts = new ArrayList<>();
        texts.add(helper.text("purl"));
        texts.addAll(helper.texts("purls"));
        for (JsonObject hashes : helper.objects("hashes")) {
            for (JsonObject hash : hashes.objects("file_hashes")) {
                if (hash.text("algorithm").equals("sha256")) {
                    texts.add("sha256:" + hash.text("value"));
                }
            }
        }
        // A name is a reference of an image only where it has a tag or digest as one: products are
        // called anything.
        String name = one.text("name");
        boolean isReference = name.indexOf(':') > 0 || name.indexOf('@') > 0;
        List<Identifier> found = Identifier.all(texts);
        if (found.isEmpty() && isReference) {
            found = Identifier.all(List.of(name));
        }
        identifiers.put(
                id,
                found.isEmpty()
                        ? List.of(
                                new Identifier(
                                        name.isEmpty() ? id : name,
                                        Optional.empty(),
                                        Optional.empty()))
                        : found);
    }

    List<String> group(String id) {
        return groups.getOrDefault(id, List.of());
    }

    /// The product of an id: one of the tree, or a component in relation to one. A component that is
    /// itself a relation is as its own component.
    List<VexProduct> of(String id) {
        JsonObject relation = relations.get(id);
        if (relation == null) {
            return List.of(new VexProduct(named(id), List.of()));
        }
        String component = relation.text("product_reference");
        String product = relation.text("relates_to_product_reference");
        for (int i = 0; i < MOST_RELATIONS && relations.containsKey(component); i++) {
            component = relations.get(component).text("product_reference");
        }
        for (int i = 0; i < MOST_RELATIONS && relations.containsKey(product); i++) {
            product = relations.get(product).text("relates_to_product_reference");
        }
        return List.of(new VexProduct(named(product), named(component)));
    }

    private List<Identifier> named(String id) {
        return identifiers.getOrDefault(
                id, List.of(new Identifier(id, Optional.empty(), Optional.empty())));
    }
}
