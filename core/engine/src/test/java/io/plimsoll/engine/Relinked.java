package io.plimsoll.engine;

import io.plimsoll.testkit.ImageBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Layouts with one blob replaced, and all digests and sizes that lead to it.
final class Relinked {
    private Relinked() {}

    /// The layout with another text in place of a blob.
    static Map<String, byte[]> with(Map<String, byte[]> files, String blob, String other) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        String from = blob;
        String to = other;
        while (!from.isEmpty()) {
            changed.remove(path(bytes(from)));
            changed.put(path(bytes(to)), bytes(to));
            String oldDigest = ImageBuilder.digest(bytes(from)).toString();
            String newDigest = ImageBuilder.digest(bytes(to)).toString();
            int oldSize = bytes(from).length;
            int newSize = bytes(to).length;
            from = "";
            for (Map.Entry<String, byte[]> each : Map.copyOf(changed).entrySet()) {
                String text = new String(each.getValue(), StandardCharsets.UTF_8);
                if (text.contains(oldDigest) && !text.startsWith("{\"_type\"")) {
                    String next = replaced(text, oldDigest, newDigest, oldSize, newSize);
                    if (each.getKey().equals("index.json")) {
                        changed.put("index.json", bytes(next));
                    } else {
                        from = text;
                        to = next;
                    }
                }
            }
        }
        return changed;
    }

    private static String replaced(
            String text, String oldDigest, String newDigest, int oldSize, int newSize) {
        int at = text.indexOf(oldDigest);
        String size = "\"size\":";
        int start = text.indexOf(size, at) + size.length();
        while (text.charAt(start) == ' ') {
            start++;
        }
        String old = String.valueOf(oldSize);
        if (!text.startsWith(old, start)) {
            throw new IllegalStateException("no size behind " + oldDigest + " in " + text);
        }
        String resized = text.substring(0, start) + newSize + text.substring(start + old.length());
        return resized.replace(oldDigest, newDigest);
    }

    static String path(byte[] blob) {
        return "blobs/sha256/" + ImageBuilder.digest(blob).hex();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
