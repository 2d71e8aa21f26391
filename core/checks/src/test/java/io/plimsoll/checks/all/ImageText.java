package io.plimsoll.checks.all;

import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects what lines say of an image, and writes it as an archive of Docker.
final class ImageText {
    private final Map<String, List<String>> settings = new TreeMap<>();
    private final List<String> history = new ArrayList<>();
    private final List<TarBuilder> layers = new ArrayList<>();
    private String created = "2026-01-02T03:04:05Z";
    private String openFile = "";
    private final StringBuilder content = new StringBuilder();

    void add(String word, String rest) {
        if (word.equals("|")) {
            content.append(rest).append('\n');
            return;
        }
        close();
        String[] parts = rest.split(" ", -1);
        String path = parts[0].startsWith("/") ? parts[0].substring(1) : parts[0];
        switch (word) {
            case "created" -> created = rest;
            case "history" -> history.add(step(rest, true));
            case "layer" -> {
                history.add(step(rest, false));
                layers.add(new TarBuilder());
            }
            case "file" -> openFile = rest;
            case "fill" -> layers.getLast().file(path, new byte[Integer.parseInt(parts[1])]);
            case "dir" -> layers.getLast().directory(path, option(parts, "mode", 8, 0755));
            case "whiteout" -> layers.getLast().whiteout(path);
            case "opaque" -> layers.getLast().opaque(path);
            default -> settings.computeIfAbsent(word, any -> new ArrayList<>()).add(rest);
        }
    }

    private void close() {
        if (openFile.isEmpty()) {
            return;
        }
        String[] parts = openFile.split(" ", -1);
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        String path = parts[0].substring(1);
        int mtime = option(parts, "mtime", 10, 0);
        if (mtime == 0) {
            layers.getLast().file(path, bytes, option(parts, "mode", 8, 0644));
        } else {
            layers.getLast().file(path, bytes, Map.of("mtime", String.valueOf(mtime)));
        }
        openFile = "";
        content.setLength(0);
    }

    private static int option(String[] parts, String name, int radix, int usual) {
        for (String part : parts) {
            if (part.startsWith(name + "=")) {
                return Integer.parseInt(part.substring(name.length() + 1), radix);
            }
        }
        return usual;
    }

    private String step(String createdBy, boolean empty) {
        return "{\"created\":"
                + quote(created)
                + ",\"created_by\":"
                + quote(createdBy)
                + ",\"empty_layer\":"
                + empty
                + "}";
    }

    byte[] archive() {
        close();
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (TarBuilder layer : layers) {
            byte[] tar = layer.build();
            String name = names.size() + "/layer.tar";
            names.add(quote(name));
            ids.add(quote(ImageBuilder.digest(tar).toString()));
            files.put(name, tar);
        }
        byte[] config = bytes(config(ids));
        String configName = ImageBuilder.digest(config).hex() + ".json";
        files.put(configName, config);
        files.put(
                "manifest.json",
                bytes(
                        "[{\"Config\":"
                                + quote(configName)
                                + ",\"RepoTags\":["
                                + quoted("tag")
                                + "],\"Layers\":["
                                + String.join(",", names)
                                + "]}]"));
        return TarBuilder.of(files);
    }

    private String config(List<String> ids) {
        List<String> labels = new ArrayList<>();
        for (String label : settings.getOrDefault("label", List.of())) {
            String[] parts = label.split("=", 2);
            labels.add(quote(parts[0]) + ":" + quote(parts[1]));
        }
        return "{\"architecture\":\"amd64\",\"os\":\"linux\",\"created\":"
                + quote(created)
                + ",\"config\":{\"User\":"
                + quote(String.join("", settings.getOrDefault("user", List.of())))
                + ",\"Env\":["
                + quoted("env")
                + "],\"Labels\":{"
                + String.join(",", labels)
                + "},\"Cmd\":["
                + quoted("command")
                + "],\"ExposedPorts\":{"
                + keys("expose")
                + "},\"Volumes\":{"
                + keys("volume")
                + "},\"Healthcheck\":{\"Test\":["
                + quoted("healthcheck")
                + "]}},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                + String.join(",", ids)
                + "]},\"history\":["
                + String.join(",", history)
                + "]}";
    }

    private String quoted(String word) {
        return String.join(
                ",",
                settings.getOrDefault(word, List.of()).stream().map(ImageText::quote).toList());
    }

    private String keys(String word) {
        return String.join(
                ",",
                settings.getOrDefault(word, List.of()).stream()
                        .map(each -> quote(each) + ":{}")
                        .toList());
    }

    private static String quote(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
        return "\"" + escaped.replace("\n", "\\n") + "\"";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
