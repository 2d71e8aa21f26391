package io.plimsoll.cli;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The hooks of a plugin in Docker's `config.json`: which commands end with its hints.
///
/// Source: docker/cli, `cli/config/configfile`, members `plugins` and `features`;
/// `cli-plugins/manager/hooks.go`; `cli/command/cli.go`, by which hooks are off unless a feature says so.
final class DockerConfigHooks {
    private static final String PLUGIN = "scan";
    private static final String COMMANDS = "pull,image pull,build,image build,buildx build";
    private static final int DEPTH = 100;

    private final Path file;

    /// @param folder the folder of Docker's configuration
    DockerConfigHooks(Path folder) {
        this.file = folder.resolve("config.json");
    }

    /// Adds the hooks; all else stays as it is.
    ///
    /// @throws IllegalArgumentException if the file is no JSON object
    void add() throws IOException {
        write(with(Map.of("hooks", new JsonValue.Text(COMMANDS))));
    }

    /// Takes the hooks away; all else stays as it is.
    void remove() throws IOException {
        if (Files.exists(file)) {
            write(with(Map.of()));
        }
    }

    private JsonObject with(Map<String, JsonValue> own) throws IOException {
        JsonObject root = read();
        Map<String, JsonValue> plugins = new LinkedHashMap<>(root.object("plugins").members());
        Map<String, JsonValue> scan =
                new LinkedHashMap<>(root.object("plugins").object(PLUGIN).members());
        scan.remove("hooks");
        scan.putAll(own);
        replace(plugins, PLUGIN, scan);
        Map<String, JsonValue> all = new LinkedHashMap<>(root.members());
        replace(all, "plugins", plugins);
        replace(all, "features", features(root, plugins));
        return new JsonObject(all);
    }

    /// On where a plugin has hooks, as they were where the user has decided against them.
    private static Map<String, JsonValue> features(
            JsonObject root, Map<String, JsonValue> plugins) {
        Map<String, JsonValue> features = new LinkedHashMap<>(root.object("features").members());
        boolean any = plugins.values().stream().anyMatch(each -> each.asObject().has("hooks"));
        if (any) {
            features.putIfAbsent("hooks", new JsonValue.Text("true"));
        } else if (root.object("features").text("hooks").equals("true")) {
            features.remove("hooks");
        }
        return features;
    }

    private static void replace(
            Map<String, JsonValue> members, String name, Map<String, JsonValue> content) {
        if (content.isEmpty()) {
            members.remove(name);
        } else {
            members.put(name, new JsonObject(content));
        }
    }

    private JsonObject read() throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (Json.parse(new ByteArrayInputStream(bytes), DEPTH) instanceof JsonObject root) {
                return root;
            }
            throw new IllegalArgumentException(file + " is no JSON object; nothing was changed");
        } catch (NoSuchFileException none) {
            return JsonObject.EMPTY;
        } catch (JsonFormatException broken) {
            throw new IllegalArgumentException(
                    file + " is no JSON: " + broken.getMessage() + "; nothing was changed", broken);
        }
    }

    private void write(JsonObject root) throws IOException {
        OutputFile.write(
                file,
                out -> {
                    try (JsonWriter json = new JsonWriter(out)) {
                        json.object(() ->
                                root.members().forEach((name, value) -> put(name, value, json)));
                    }
                });
    }

    private static void put(String name, JsonValue value, JsonWriter json) {
        switch (value) {
            case JsonValue.Text(String text) -> json.text(name, text);
            case JsonValue.Numeral(String digits) -> json.literal(name, digits);
            case JsonValue.Truth(boolean truth) -> json.truth(name, truth);
            case JsonValue.Null none -> json.nothing(name);
            case JsonObject(Map<String, JsonValue> members) ->
                    json.object(
                            name, () -> members.forEach((each, inner) -> put(each, inner, json)));
            case JsonArray array -> json.array(name, array.values(), each -> put(each, json));
        }
    }

    private static void put(JsonValue value, JsonWriter json) {
        switch (value) {
            case JsonValue.Text(String text) -> json.text(text);
            case JsonValue.Numeral(String digits) -> json.literal(digits);
            case JsonValue.Truth(boolean truth) -> json.truth(truth);
            case JsonValue.Null none -> json.nothing();
            case JsonObject(Map<String, JsonValue> members) ->
                    json.object(() -> members.forEach((each, inner) -> put(each, inner, json)));
            case JsonArray array -> json.array(array.values(), each -> put(each, json));
        }
    }
}
