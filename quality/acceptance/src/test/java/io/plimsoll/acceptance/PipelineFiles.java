package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The shell steps of the files in `docs/pipelines`, by name, in their order.
final class PipelineFiles {
    private static final Pattern STAGE =
            Pattern.compile("stage\\('(\\w+)'\\).*?sh '''\n(.*?)'''", Pattern.DOTALL);

    private PipelineFiles() {}

    static Map<String, String> steps(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return switch (file.getFileName().toString()) {
            case "github-actions.yml" ->
                    named(list(at(yaml(text), "jobs", "image", "steps")), "run");
            case "tekton-task.yaml" -> named(list(at(yaml(text), "spec", "steps")), "script");
            case "gitlab-ci.yml" -> jobs(map(yaml(text)));
            case "Jenkinsfile" -> stages(text);
            default -> throw new AssertionError("nobody knows how to read " + file);
        };
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static Object at(Object tree, String... path) {
        Object at = tree;
        for (String name : path) {
            Object next = map(at).get(name);
            if (next == null) {
                throw new AssertionError("no member " + name);
            }
            at = next;
        }
        return at;
    }

    private static Map<String, String> named(List<?> steps, String script) {
        Map<String, String> scripts = new LinkedHashMap<>();
        for (Object step : steps) {
            Object shell = map(step).get(script);
            if (shell != null) {
                scripts.put(String.valueOf(map(step).get("name")), shell.toString());
            }
        }
        return scripts;
    }

    private static Map<String, String> jobs(Map<?, ?> document) {
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put("install", lines(list(at(document, ".plimsoll", "before_script"))));
        for (Object stage : list(at(document, "stages"))) {
            String name = stage.toString();
            scripts.put(name, lines(list(at(document, name, "script"))));
        }
        return scripts;
    }

    private static String lines(List<?> commands) {
        return String.join("\n", commands.stream().map(Object::toString).toList());
    }

    private static Map<String, String> stages(String text) {
        Map<String, String> scripts = new LinkedHashMap<>();
        Matcher stages = STAGE.matcher(text);
        while (stages.find()) {
            scripts.put(stages.group(1), stages.group(2));
        }
        return scripts;
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError(value + " is no mapping");
    }

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new AssertionError(value + " is no list");
    }
}
