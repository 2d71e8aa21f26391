package io.plimsoll.report.template;

import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The JSON report as maps and lists. Each finding and each undetermined vulnerability has one member
/// more, `installed`, which is its package: a template cannot look it up.
final class TemplateModel {
    private TemplateModel() {}

    static Map<String, Object> of(JsonObject report) {
        Map<String, Object> model = map(report);
        Map<String, Map<String, Object>> packages = new HashMap<>();
        for (JsonObject each : report.objects("packages")) {
            packages.put(each.text("id"), map(each));
        }
        model.put("findings", joined(report.objects("findings"), packages));
        model.put("undetermined", joined(report.objects("undetermined"), packages));
        List<Map<String, Object>> suppressed = new ArrayList<>();
        for (JsonObject each : report.objects("suppressed")) {
            Map<String, Object> one = map(each);
            one.put("finding", joined(List.of(each.object("finding")), packages).getFirst());
            suppressed.add(one);
        }
        model.put("suppressed", suppressed);
        return model;
    }

    private static List<Map<String, Object>> joined(
            List<JsonObject> all, Map<String, Map<String, Object>> packages) {
        List<Map<String, Object>> joined = new ArrayList<>();
        for (JsonObject each : all) {
            Map<String, Object> one = map(each);
            one.put("installed", packages.getOrDefault(each.text("package"), Map.of()));
            joined.add(one);
        }
        return joined;
    }

    private static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.members()
                .forEach((name, value) -> value(value).ifPresent(plain -> map.put(name, plain)));
        return map;
    }

    /// Nothing for `null`.
    private static Optional<Object> value(JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> Optional.of(text.value());
            case JsonValue.Numeral number -> Optional.of(number.value());
            case JsonValue.Truth truth -> Optional.of(truth.value());
            case JsonValue.Null any -> Optional.empty();
            case JsonObject object -> Optional.of(map(object));
            case JsonArray array ->
                    Optional.of(
                            array.values().stream().flatMap(each -> value(each).stream()).toList());
        };
    }
}
